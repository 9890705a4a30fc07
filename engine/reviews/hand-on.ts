// Items that were assigned to a person who gave up a role, or is gone, are their role's again. What waits for a role has
// nobody's name on it, and need not move.
import type { StoreContext } from '../store/context.ts';
import { reviews } from './store.ts';

export async function handOn(ctx: StoreContext, personId: string): Promise<void> {
  const assigned = { deciders: { $eq: `person:${personId}` }, state: { $eq: 'open' } };
  await reviews.raw(ctx.db).updateMany(assigned as never, [{ $set: { deciders: '$roles' } }]);
}
