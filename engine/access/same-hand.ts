// Whether two actors are one and the same hand: whoever holds a key can also do what that key's keys do. For what two
// people must do, so that nobody does both by making themselves a second key.
import { people } from '../people/store.ts';
import type { StoreContext } from '../store/context.ts';
import { apiKeys } from './store.ts';

/**
 * @param one `person:<id>` or `key:<id>`, as the audit names actors
 * @returns true also for a key and whoever made it, at any remove, and for two keys of one person
 */
export async function isSameHand(ctx: StoreContext, one: string, other: string): Promise<boolean> {
  const [mine, theirs] = await Promise.all([lineOf(ctx, one), lineOf(ctx, other)]);
  // Keys of the first key, which belongs to no person, are for different people: they are told apart.
  if (mine.includes(other) || theirs.includes(one)) return true;
  const [persons, others] = await Promise.all([personsIn(ctx, mine), personsIn(ctx, theirs)]);
  return persons.some((each) => others.includes(each));
}

/** The persons of a line by all that tells them: a second account is the same person's. */
async function personsIn(ctx: StoreContext, line: readonly string[]): Promise<readonly string[]> {
  const ids = line.filter(isPerson).map((each) => each.slice(PERSON.length));
  if (ids.length === 0) return [];
  const found = await Promise.all(
    ids.map((id) => people.on(ctx.db).findById(id, { iinHash: 1, phone: 1, merged: 1 }).lean()),
  );
  const marks = found.flatMap((each) => [
    ...(each?.iinHash ? [`iin:${each.iinHash}`] : []),
    ...(each?.phone ? [`phone:${each.phone}`] : []),
    ...(each?.merged ? [`${PERSON}${each.merged.to}`] : []),
  ]);
  return [...ids.map((id) => `${PERSON}${id}`), ...marks];
}

const PERSON = 'person:';
const isPerson = (name: string): boolean => name.startsWith(PERSON);

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
