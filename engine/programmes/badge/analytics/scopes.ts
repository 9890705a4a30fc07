// Over whom somebody has an eye (§3.3): a mentor over their participants, an expert and a coordinator over those of their
// regions, the operator over all.
import { trusted } from 'mongoose';
import { type Actor, type Grant, scopesOf } from '../../../kernel/actor.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import { centreScope, centres } from '../store.ts';

/** `all`, or the codes of regions. */
export type Oversight = 'all' | readonly string[];

const regionsIn = (scopes: readonly string[]): Oversight =>
  scopes.includes('all') ? 'all' : scopes.flatMap((scope) => /^region:(\d{2})$/u.exec(scope)?.[1] ?? []);

export const expertsRegions = (actor: Actor): Oversight => regionsIn(scopesOf(actor, 'expert'));

export const coordinatorsRegions = (actor: Actor): Oversight =>
  regionsIn(scopesOf(actor, 'regional-coordinator'));

/** Scopes of the centres of these regions. */
export async function centreScopesIn(
  ctx: EngineContext,
  oversight: Oversight,
): Promise<readonly string[] | 'all'> {
  if (oversight === 'all') return 'all';
  const found = await centres
    .on(ctx.db)
    .find(
      { region: trusted({ $in: [...oversight] }), state: trusted({ $in: ['active', 'closed'] }) } as never,
      { _id: 1 },
    )
    .lean();
  return found.map(({ _id }) => centreScope(_id));
}

/** Whether the mentor works where the actor supervises. */
export async function maySupervise(ctx: EngineContext, actor: Actor, mentor: string): Promise<boolean> {
  if (isOperator(actor)) return true;
  const regions = [expertsRegions(actor), coordinatorsRegions(actor)];
  if (regions.includes('all')) return true;
  const wanted = await centreScopesIn(ctx, regions.flat());
  const found = await people.on(ctx.db).findById(mentor, { grants: 1 }).lean();
  const own = ((found?.grants ?? []) as readonly Grant[]).filter(({ role }) => role === 'mentor');
  return own.some(({ scope }) => wanted.includes(scope));
}
