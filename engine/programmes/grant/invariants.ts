// What must hold of the grant programme at any time.
import { readsAll } from '../../store/indexes.ts';
import type { EngineContext } from '../context.ts';
import { amountIn } from './evidence/decide.ts';
import { countedStates, standingStates } from './states.ts';
import { type GrantEvidence, grantEvidence } from './store.ts';

export async function uncountedTotals(ctx: EngineContext): Promise<readonly string[]> {
  const all = (await grantEvidence.on(ctx.db).find(readsAll).lean()) as unknown as GrantEvidence[];
  return all.flatMap((each) => faultsOf(each).map((fault) => `evidence ${each._id} ${fault}`));
}

function faultsOf({ state, decision, holds, kind, ...evidence }: GrantEvidence): readonly string[] {
  const counts = countedStates.includes(state);
  const stands = standingStates.includes(state);
  const accepted = decision?.people ?? decision?.quantity ?? 0;
  return [
    ...(counts && ((accepted < 1 && kind !== 'survey') || accepted > amountIn(evidence))
      ? ['counts without a sum that was accepted']
      : []),
    ...(state === 'partial' && accepted >= amountIn(evidence) ? ['is partial as a whole'] : []),
    ...(stands && holds.length === 0 && kind !== 'survey' ? ['stands and holds nothing'] : []),
    ...(!stands && holds.length > 0 ? ['does not stand and holds something'] : []),
  ];
}
