// Nominees of places at which somebody runs a stage or sits in its commission: those for whom people vote or voted there.

import type { EngineContext } from '../../context.ts';
import type { Place } from '../stages/commission.ts';
import { atRegionStates } from '../states.ts';
import { type Nomination, nominations } from '../store.ts';

export async function votedNominees(
  ctx: EngineContext,
  places: readonly Place[],
): Promise<readonly Nomination[]> {
  const found = new Map<string, Nomination>();
  for (const { edition, stage, at } of places) {
    const states =
      stage === 'college' ? ['at-college', 'chosen', 'reserve', ...atRegionStates] : atRegionStates;
    const wanted = { edition: { $eq: edition }, [stage]: { $eq: at }, state: { $in: states } };
    for (const each of await nominations
      .raw(ctx.db)
      .find(wanted as never)
      .sort({ _id: 1 })
      .toArray())
      found.set(String(each._id), each as unknown as Nomination);
  }
  return [...found.values()];
}
