// A person votes for a nominee: once at a stage of an edition, whatever way they came. The vote's id is the person's.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { refusedAs } from '../reason.ts';
import { placeOfVote, stageOfVote, voterKindOf } from './electorate.ts';
import { voteCast } from './events.ts';
import { likenessOf } from './likeness.ts';
import { type VotedStage, type VoterKind, voteId, votes } from './store.ts';

export interface CastVote {
  readonly stage: VotedStage;
  readonly as: VoterKind;
}

export async function castVote(
  ctx: EngineContext,
  command: Command,
  nominationId: string,
): Promise<Result<CastVote>> {
  const { actor } = command;
  if (actor.kind !== 'person') return refused('common.not-allowed');
  const nomination = await nominationOf(ctx, nominationId);
  const edition = await editionOf(ctx, nomination.edition);
  const now = ctx.clock.now();
  const stage = stageOfVote(edition, nomination, now);
  if (!stage) return refusedAs('vote-closed');
  const voter = await people.on(ctx.db).findById(actor.id).lean();
  if (!voter || voter.erasure || voter.merged) return refused('common.not-allowed');
  const kind = await voterKindOf(ctx, edition, stage, nomination, voter);
  if (!kind.ok) return kind;
  const as = kind.value;
  const made = await create(ctx, votes, voteId(edition._id, stage, voter._id), command, {
    action: 'vote cast',
    set: {
      ...{ edition: edition._id, stage, place: placeOfVote(nomination, stage), nomination: nominationId },
      ...{ voter: voter._id, as, counts: as !== 'outside', at: now, registeredAt: voter.createdAt },
      likeness: [...likenessOf(ctx.sealer, voter)],
    },
    events: [voteCast({ nomination: nominationId })],
    result: { stage, as },
  });
  return made.created ? ok(made.result) : refusedAs('voted-already');
}
