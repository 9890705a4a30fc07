// A stage's commission sits on the nominees who wait for it: the sitting is opened, and each of them put up as a case. Who
// comes later is put up later, while the sitting is open.
import { type Sitting, sittings } from '../../../commissions/store.ts';
import { addCase } from '../../../commissions/use-cases/add-case.ts';
import { openSitting } from '../../../commissions/use-cases/open-sitting.ts';
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { hasConsent } from '../consent.ts';
import { editionOf } from '../editions/edition.ts';
import { collegeScope } from '../rights.ts';
import { type Nomination, nominations } from '../store.ts';
import { transition } from '../transitions.ts';
import { commissionId, type Place, refuseLate } from './commission.ts';
import { caseFacts } from './commission-rule.ts';

/** Opens the sitting where none is open, and puts up whoever waits. @returns the sitting's id */
export async function putUpNominees(
  ctx: EngineContext,
  command: Command,
  place: Place,
): Promise<Result<string>> {
  const edition = await editionOf(ctx, place.edition);
  const late = refuseLate(edition, place, ctx.clock.now());
  if (late) return late;
  const waiting = await waitingAt(ctx, place);
  const running = await openSittingOf(ctx, place);
  if (waiting.length === 0 && !running) return refused('contest.nobody-waits');
  const opened = running
    ? ok(running._id)
    : await openSitting(ctx, { ...command, id: `${command.id}/sitting` }, commissionId(place));
  if (!opened.ok) return opened;
  for (const nominee of waiting) {
    const put = await putUp(ctx, command, place, opened.value, nominee);
    if (!put.ok) return put;
  }
  return opened;
}

export const openSittingOf = (ctx: EngineContext, place: Place): Promise<Sitting | null> =>
  newestIn(ctx, place, 'open');

/** The newest that was concluded and was not reopened: its protocol is what the stage came to. */
export const concludedSittingOf = (ctx: EngineContext, place: Place): Promise<Sitting | null> =>
  newestIn(ctx, place, 'concluded');

async function newestIn(ctx: EngineContext, place: Place, state: Sitting['state']): Promise<Sitting | null> {
  const wanted = { commission: { $eq: commissionId(place) }, state: { $eq: state } };
  const found = sittings.raw(ctx.db).find(wanted as never);
  const [last] = (await found.sort({ openedAt: -1 }).limit(1).toArray()) as unknown as Sitting[];
  return last ?? null;
}

/** With consent, in the order of their submission: those whom no open sitting has yet. */
async function waitingAt(ctx: EngineContext, place: Place): Promise<readonly Nomination[]> {
  const { edition, stage, at } = place;
  const state = stage === 'college' ? 'at-college' : 'sent';
  const wanted = { edition: { $eq: edition }, [stage]: { $eq: at }, state: { $eq: state } };
  const found = (await nominations
    .raw(ctx.db)
    .find(wanted as never)
    .sort({ _id: 1 })
    .toArray()) as unknown as Nomination[];
  const listed = new Set((await openSittingOf(ctx, place))?.docket.map(({ subject }) => subject));
  const consenting = await Promise.all(found.map(({ person }) => hasConsent(ctx, person)));
  return found.filter(({ _id }, n) => consenting[n] && !listed.has(_id));
}

async function putUp(
  ctx: EngineContext,
  command: Command,
  { stage }: Place,
  sitting: string,
  nominee: Nomination,
): Promise<Result<string>> {
  const { _id: id, person, college, proposedAt, sentAt } = nominee;
  const added = await addCase(ctx, { ...command, id: `${command.id}/${id}` }, sitting, {
    ...{ subject: id, question: stage },
    // In the region nobody votes on a nominee of their own college; at the college everybody is of it.
    connections: [`person:${person}`, ...(stage === 'region' ? [collegeScope(college)] : [])],
    facts: caseFacts(stage === 'region' ? (sentAt ?? proposedAt) : proposedAt),
  });
  if (added.ok && stage === 'region') await toRegion(ctx, command, nominee);
  return added;
}

/** From the department's table before its commission; whoever withdrew meanwhile stays withdrawn. */
const toRegion = (ctx: EngineContext, command: Command, { _id: id }: Nomination): Promise<Result<string>> =>
  change(ctx, nominations, id, { ...command, id: `${command.id}/at-region` }, ({ state }) =>
    state === 'sent'
      ? ok({
          action: 'nomination put up',
          set: { state: 'at-region' as const },
          result: id,
          details: transition(id, state, 'at-region'),
        })
      : refused(`contest.nomination-is-${state}`),
  );
