// Whether two actors are one and the same hand: whoever holds a key can also do what that key's keys do. For what two
// people must do, so that nobody does both by making themselves a second key.
import type { StoreContext } from '../store/context.ts';
import { apiKeys } from './store.ts';

/**
 * @param one `person:<id>` or `key:<id>`, as the audit names actors
 * @returns true also for a key and whoever made it, at any remove, and for two keys of one person
 */
export async function isSameHand(ctx: StoreContext, one: string, other: string): Promise<boolean> {
  const [mine, theirs] = await Promise.all([lineOf(ctx, one), lineOf(ctx, other)]);
  // Keys of the first key, which belongs to no person, are for different people: they are told apart.
  return (
    mine.includes(other) ||
    theirs.includes(one) ||
    mine.some((each) => isPerson(each) && theirs.includes(each))
  );
}

const isPerson = (name: string): boolean => name.startsWith('person:');

/** An actor, who made them, who made those, … */
async function lineOf(ctx: StoreContext, name: string): Promise<readonly string[]> {
  const line = [name];
  for (let key = keyIn(name); key !== null; key = keyIn(line.at(-1) ?? '')) {
    const maker = (await apiKeys.on(ctx.db).findById(key, { createdBy: 1 }).lean())?.createdBy;
    if (maker === undefined || line.includes(maker)) break;
    line.push(maker);
  }
  return line;
}

const keyIn = (name: string): string | null => (name.startsWith('key:') ? name.slice('key:'.length) : null);
