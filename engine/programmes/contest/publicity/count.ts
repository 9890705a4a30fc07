// Publications against what is expected: «в СМИ и соцсетях будет опубликовано свыше 20 материалов об участниках Проекта».
// Materials on the merits of the trades are counted apart. Stands, own sites and banners are duties, no such materials.
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { type Channel, publications } from './store.ts';

/** «В СМИ и соцсетях». */
export const countedChannels: readonly Channel[] = ['media', 'social'];

export interface PublicationCount {
  /** Materials on participants in media and social networks. */
  readonly participants: number;
  /** More than this are expected. */
  readonly target: number;
  readonly isMet: boolean;
  readonly trades: number;
  readonly banners: number;
  /** Of `participants`, by region; those of the Holding under `all`. */
  readonly byRegion: Readonly<Record<string, number>>;
}

interface Group {
  readonly _id: { readonly subject: string; readonly channel: Channel; readonly region: string | null };
  readonly count: number;
}

/** @throws AppError `not-found` for an edition that is not there */
export async function publicationCount(ctx: EngineContext, editionId: string): Promise<PublicationCount> {
  const { publicationsTarget: target } = await editionOf(ctx, editionId);
  const groups = await publications
    .raw(ctx.db)
    .aggregate<Group>([
      { $match: { edition: editionId, withdrawn: null } },
      {
        $group: { _id: { subject: '$subject', channel: '$channel', region: '$region' }, count: { $sum: 1 } },
      },
    ])
    .toArray();
  const sum = (wanted: (id: Group['_id']) => boolean) =>
    groups.filter(({ _id }) => wanted(_id)).reduce((all, { count }) => all + count, 0);
  const isMaterial = ({ subject, channel }: Group['_id'], of: string) =>
    subject === of && countedChannels.includes(channel);
  const participants = sum((id) => isMaterial(id, 'participants'));
  const byRegion: Record<string, number> = {};
  for (const { _id, count } of groups.filter((each) => isMaterial(each._id, 'participants')))
    byRegion[_id.region ?? 'all'] = (byRegion[_id.region ?? 'all'] ?? 0) + count;
  return {
    ...{ participants, target, isMet: participants > target, byRegion },
    trades: sum((id) => isMaterial(id, 'trades')),
    banners: sum(({ channel }) => channel === 'banner'),
  };
}
