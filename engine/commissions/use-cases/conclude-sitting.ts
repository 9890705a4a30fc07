// The secretary or the chair concludes a sitting whose cases are all closed: places are given and the protocol is written,
// in one write.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { type Change, change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { actorName } from '../../store/owned.ts';
import { outcomesOf, placingsOf } from '../conclusion.ts';
import { sittingConcluded } from '../events.ts';
import { protocolOf, sealed } from '../protocol.ts';
import { type Commission, casesOf, commissionOf, type Sitting, sittings } from '../store.ts';
import { raiseCase } from './add-case.ts';
import { mayClose } from './close-case.ts';

/** @returns the number of the conclusion and of its protocol: 1, 2, … */
export function concludeSitting(ctx: StoreContext, command: Command, id: string): Promise<Result<number>> {
  return change(ctx, sittings, id, command, async (sitting) => {
    const commission = await commissionOf(ctx, sitting.commission);
    if (!mayClose(command, commission)) return refused('common.not-allowed');
    if (sitting.state !== 'open') return refused('commissions.sitting-concluded');
    if (sitting.docket.length === 0) return refused('commissions.no-cases');
    return concluded(ctx, command, sitting, commission);
  });
}

async function concluded(
  ctx: StoreContext,
  command: Command,
  sitting: Sitting,
  commission: Commission,
): Promise<Result<Change<Sitting, number>>> {
  const { _id: id, docket, conclusions } = sitting;
  const cases = await casesOf(ctx, id);
  const raised = new Set(cases.map(({ _id }) => _id));
  for (const entry of docket)
    if (!raised.has(entry.case)) await raiseCase(ctx, { ...command, id: `raise:${entry.case}` }, id, entry);
  const left = docket.length - cases.filter(({ state }) => state !== 'open').length;
  if (left > 0) return refused('commissions.cases-open', { count: left });
  const placings = placingsOf(commission.rule, cases);
  if (!placings.ok) return placings;
  const at = ctx.clock.now();
  const protocol = protocolOf({ commission, sitting, cases, placings: placings.value, at });
  const { number } = protocol;
  const kept = sealed(protocol);
  const outcomes = outcomesOf(cases, placings.value);
  const conclusion = { number, at, by: actorName(command.actor), outcomes, ...kept };
  return ok({
    action: 'sitting concluded',
    set: { state: 'concluded', conclusions: [...conclusions, conclusion] },
    events: [sittingConcluded({ commission: commission._id, sitting: id, number })],
    result: number,
    details: { number, hash: kept.hash },
  });
}
