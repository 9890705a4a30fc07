// The protocol of a college's, a region's or the republic's commission as a file: for whoever may see the protocol itself.
import { seeProtocol } from '../../../commissions/see.ts';
import { type Commission, commissionOf, sittingOf } from '../../../commissions/store.ts';
import type { DocumentKind, OpenedDocument } from '../../../documents/kind.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Text, text } from '../../../kernel/message.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { editionOfGroup } from '../republican/working-group.ts';
import { findPlace } from '../stages/commission.ts';
import { collegeName } from '../views/college-name.ts';
import { namesOf } from '../views/nominees.ts';
import { type Named, protocolLayout } from './layout.ts';

export const PROTOCOL = 'contest.protocol';

/** The newest of a sitting, or an earlier one by its number. @throws AppError `not-found` */
export async function openProtocol(
  ctx: EngineContext,
  actor: Actor,
  sittingId: string,
  wanted?: number,
): Promise<Result<OpenedDocument>> {
  const commission = await commissionOf(ctx, (await sittingOf(ctx, sittingId)).commission);
  const edition = findPlace(commission._id)?.edition ?? editionOfGroup(commission._id);
  if (edition === null) throw new AppError('not-found', `${sittingId} is no sitting of the contest`);
  const kept = await seeProtocol(ctx, actor, sittingId, wanted);
  if (!kept.ok) return kept;
  const { number, at, hash, protocol } = kept.value;
  const { year } = await editionOf(ctx, edition);
  const named = await namesIn(ctx, commission, protocol);
  const head = { year, place: await placeWords(ctx, commission._id), hash };
  const name = `protocol-${year}-${number}`;
  return ok({ name, madeAt: at, layout: () => protocolLayout(protocol, head, named) });
}

async function placeWords(ctx: EngineContext, commission: string): Promise<Text> {
  const place = findPlace(commission);
  if (!place) return text('contest-protocol:place.republic');
  return place.stage === 'college'
    ? text('contest-protocol:place.college', await collegeName(ctx, place.at))
    : text('contest-protocol:place.region', { code: place.at });
}

type ProtocolIn = Parameters<typeof protocolLayout>[0];

async function namesIn(ctx: EngineContext, { rule }: Commission, protocol: ProtocolIn): Promise<Named> {
  const { composition, cases } = protocol;
  const nominations = await Promise.all(cases.list.map(({ subject }) => nominationOf(ctx, subject)));
  const people = await namesOf(ctx, [
    ...composition.members.map(({ person }) => person),
    ...nominations.map(({ person }) => person),
  ]);
  const nominees = new Map(nominations.map(({ _id, person }) => [_id, people.get(person) ?? '—']));
  const criteria = new Map(
    rule.questions.flatMap((each) => each.criteria.map(({ id, title }) => [id, title] as const)),
  );
  return { people, nominees, criteria };
}

/** By the id of its sitting. */
export const protocolDocument: DocumentKind<EngineContext> = {
  id: PROTOCOL,
  title: 'contest-protocol:title',
  formats: ['pdf'],
  open: async (ctx, actor, sitting) => {
    const found = await sittingOf(ctx, sitting).catch(() => null);
    return found && found.conclusions.length > 0
      ? openProtocol(ctx, actor, sitting)
      : refused('common.not-allowed');
  },
};
