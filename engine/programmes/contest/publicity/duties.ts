// What each has to publish from January on, and whether they recorded it: a college on its stand, site and in social
// networks, a department on its site and in social networks, and later banners with its winners.
// Source: 002_1dd1149605db5bb7, «Внутренний этап», «Региональный этап».
import type { EngineContext } from '../../context.ts';
import { isBegun } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { type Channel, publications, type Subject } from './store.ts';

export interface Duty {
  readonly subject: Subject;
  readonly channel: Channel;
  /** Ids of the publications by which it was done, the oldest first. */
  readonly done: readonly string[];
}

type Asked = Pick<Duty, 'subject' | 'channel'>;

const announcing = (channel: Channel): Asked => ({ subject: 'contest', channel });
const telling = (channel: Channel): Asked => ({ subject: 'participants', channel });

const asked: Readonly<Record<string, readonly Asked[]>> = {
  college: [announcing('stand'), announcing('site'), announcing('social')],
  region: [announcing('site'), announcing('social'), telling('media'), telling('banner')],
  all: [telling('media'), telling('social')],
};

/** None before the contest is announced. @param publisher `college:<id>`, `region:<code>` or `all` */
export async function dutiesOf(
  ctx: EngineContext,
  editionId: string,
  publisher: string,
): Promise<readonly Duty[]> {
  const edition = await editionOf(ctx, editionId);
  if (!isBegun(edition, 'announced', ctx.clock.now())) return [];
  const found = await publications
    .on(ctx.db)
    .find({ edition: editionId, publisher, withdrawn: null } as never, { subject: 1, channel: 1 })
    .sort({ _id: 1 })
    .lean();
  const own = asked[publisher.split(':')[0] ?? ''] ?? [];
  return own.map(({ subject, channel }) => ({
    ...{ subject, channel },
    done: found.filter((each) => each.subject === subject && each.channel === channel).map(({ _id }) => _id),
  }));
}
