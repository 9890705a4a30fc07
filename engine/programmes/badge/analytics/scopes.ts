// The regions that a coordinator answers for, and the scopes of the centres there (§3.3).
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import type { EngineContext } from '../../context.ts';
import { centreScope, centres } from '../store.ts';

export const coordinatorsRegions = (actor: Actor): readonly string[] =>
  scopesOf(actor, 'regional-coordinator').map((scope) => scope.slice('region:'.length));

export async function centreScopesIn(
  ctx: EngineContext,
  regions: readonly string[],
): Promise<readonly string[]> {
  const found = await centres
    .on(ctx.db)
    .find(
      { region: trusted({ $in: [...regions] }), state: trusted({ $in: ['active', 'closed'] }) } as never,
      { _id: 1 },
    )
    .lean();
  return found.map(({ _id }) => centreScope(_id));
}
