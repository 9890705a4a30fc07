// The Holding publishes the list of laureates: all winners of the regions where the edition sets no limit, else those whom
// the working group placed on it. Without a lawful working group nothing is published. Idempotent: what broke off is
// published by the next try.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { laureateNamed } from '../events.ts';
import { refusedAs } from '../reason.ts';
import { actsForRepublic } from '../rights.ts';
import { nominations, type Placing } from '../store.ts';
import { transition } from '../transitions.ts';
import { concludedRanking, winnersOf } from './rank-winners.ts';
import { findGroup, groupFaults, refuseOutside } from './working-group.ts';

/** @returns how many were named now */
export async function publishLaureates(
  ctx: EngineContext,
  command: Command,
  editionId: string,
): Promise<Result<number>> {
  if (!actsForRepublic(command.actor)) return refused('common.not-allowed');
  const edition = await editionOf(ctx, editionId);
  const outside = refuseOutside(edition, ctx.clock.now());
  if (outside) return outside;
  const faults = groupFaults(await findGroup(ctx, editionId));
  if (faults.length > 0) return refusedFor(faults);
  const placings = edition.laureates === null ? null : await placingsOf(ctx, editionId);
  if (edition.laureates !== null && placings === null)
    return refusedAs('list-undecided', { count: edition.laureates });
  const winners = (await winnersOf(ctx, edition)).filter(
    ({ _id }) => placings === null || placings.get(_id)?.awarded,
  );
  if (winners.length === 0) return refusedAs('list-empty');
  let named = 0;
  for (const { _id } of winners) {
    const part = { ...command, id: `${command.id}/${_id}` };
    const done = await nameLaureate(ctx, part, _id, placings?.get(_id) ?? null);
    if (done.ok) named += 1;
  }
  return ok(named);
}

const nameLaureate = (
  ctx: EngineContext,
  command: Command,
  id: string,
  placing: Placing | null,
): Promise<Result<string>> =>
  change(ctx, nominations, id, command, ({ state, person, placings }) => {
    if (state !== 'passed') return refused(`contest.nomination-is-${state}`);
    return ok({
      action: 'laureate named',
      set: { state: 'laureate' as const, placings: { ...placings, republic: placing } },
      events: [laureateNamed({ nomination: id, person })],
      result: id,
      details: transition(id, state, 'laureate'),
    });
  });

/** By nomination, of the newest protocol; null before there is one. */
async function placingsOf(ctx: EngineContext, edition: string): Promise<ReadonlyMap<string, Placing> | null> {
  const sitting = await concludedRanking(ctx, edition);
  const conclusion = sitting?.conclusions.at(-1);
  if (!sitting || !conclusion) return null;
  const { number: protocol, at, outcomes } = conclusion;
  return new Map(
    outcomes.map(({ subject, rank, outcome }) => [
      subject,
      { sitting: sitting._id, protocol, rank, awarded: outcome === 'awarded', at },
    ]),
  );
}
