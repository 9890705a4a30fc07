// Where the edition's list is limited, the working group scores the winners of the regions: they are put up in one sitting,
// and the ranking with its protocol says who is on the list.
import { type Case, caseOf, casesOf, type Sitting, sittings } from '../../../commissions/store.ts';
import { addCase } from '../../../commissions/use-cases/add-case.ts';
import { closeCase } from '../../../commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../commissions/use-cases/conclude-sitting.ts';
import { giveScores } from '../../../commissions/use-cases/give-scores.ts';
import { openSitting } from '../../../commissions/use-cases/open-sitting.ts';
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { refusedAs } from '../reason.ts';
import { actsForRepublic } from '../rights.ts';
import { caseFacts } from '../stages/commission-rule.ts';
import { type Edition, type Nomination, nominations } from '../store.ts';
import { editionOfGroup, QUESTION, refuseOutside, workingGroupId } from './working-group.ts';

/** Opens the sitting where none is open, and puts up every winner who waits. @returns the sitting's id */
export async function putUpWinners(
  ctx: EngineContext,
  command: Command,
  editionId: string,
): Promise<Result<string>> {
  if (!actsForRepublic(command.actor)) return refused('common.not-allowed');
  const edition = await editionOf(ctx, editionId);
  const outside = refuseOutside(edition, ctx.clock.now());
  if (outside) return outside;
  if (edition.laureates === null) return refusedAs('list-unlimited');
  const running = await groupSitting(ctx, editionId);
  const opened = running
    ? ok(running._id)
    : await openSitting(ctx, { ...command, id: `${command.id}/sitting` }, workingGroupId(editionId));
  if (!opened.ok) return opened;
  const listed = new Set(running?.docket.map(({ subject }) => subject));
  for (const winner of (await winnersOf(ctx, edition)).filter(({ _id }) => !listed.has(_id))) {
    const { _id: subject, person, passedAt, proposedAt } = winner;
    const put = await addCase(ctx, { ...command, id: `${command.id}/${subject}` }, opened.value, {
      ...{ subject, question: QUESTION, connections: [`person:${person}`] },
      facts: caseFacts(passedAt ?? proposedAt),
    });
    if (!put.ok) return put;
  }
  return opened;
}

export interface GroupScore {
  readonly criterion: string;
  readonly score: number;
}

/** A member's scores for a winner, final at once. @returns the case's id */
export async function scoreWinner(
  ctx: EngineContext,
  command: Command,
  caseId: string,
  scores: readonly GroupScore[],
): Promise<Result<string>> {
  const editionId = editionOfGroup((await caseOf(ctx, caseId)).commission);
  if (editionId === null) return refused('common.not-allowed');
  const outside = refuseOutside(await editionOf(ctx, editionId), ctx.clock.now());
  return outside ?? giveScores(ctx, command, caseId, { scores, isFinal: true });
}

/** All cases are closed and the protocol is written. @returns its number */
export async function concludeRanking(
  ctx: EngineContext,
  command: Command,
  editionId: string,
): Promise<Result<number>> {
  if (!actsForRepublic(command.actor)) return refused('common.not-allowed');
  const outside = refuseOutside(await editionOf(ctx, editionId), ctx.clock.now());
  if (outside) return outside;
  const sitting = await groupSitting(ctx, editionId);
  if (!sitting) return refusedAs('group-no-sitting');
  for (const { _id, state } of await casesOf(ctx, sitting._id)) {
    if (state !== 'open') continue;
    const closed = await closeCase(ctx, { ...command, id: `${command.id}/${_id}` }, _id);
    if (!closed.ok) return closed;
  }
  return concludeSitting(ctx, command, sitting._id);
}

/** The open sitting of the group; null where none is open. */
export const groupSitting = (ctx: EngineContext, edition: string): Promise<Sitting | null> =>
  newest(ctx, edition, 'open');

/** The newest concluded one, whose protocol says who is on the list. */
export const concludedRanking = (ctx: EngineContext, edition: string): Promise<Sitting | null> =>
  newest(ctx, edition, 'concluded');

async function newest(ctx: EngineContext, edition: string, state: Sitting['state']): Promise<Sitting | null> {
  const wanted = { commission: { $eq: workingGroupId(edition) }, state: { $eq: state } };
  const found = sittings.raw(ctx.db).find(wanted as never);
  const [last] = (await found.sort({ openedAt: -1 }).limit(1).toArray()) as unknown as Sitting[];
  return last ?? null;
}

/** Cases that the group has open, by id. */
export async function openGroupCases(ctx: EngineContext, edition: string): Promise<readonly Case[]> {
  const sitting = await groupSitting(ctx, edition);
  return sitting ? (await casesOf(ctx, sitting._id)).filter(({ state }) => state === 'open') : [];
}

/** Winners of the regions who are not on the list yet. */
export async function winnersOf(
  ctx: EngineContext,
  { _id }: Pick<Edition, '_id'>,
): Promise<readonly Nomination[]> {
  const wanted = { edition: { $eq: _id }, state: { $eq: 'passed' } };
  return (await nominations
    .raw(ctx.db)
    .find(wanted as never)
    .sort({ _id: 1 })
    .toArray()) as unknown as Nomination[];
}
