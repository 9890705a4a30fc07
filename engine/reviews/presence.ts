// Who is there to decide: people by the words of a step, without those who are away, concerned or interested.
import { trusted } from 'mongoose';
import type { Grant } from '../kernel/actor.ts';
import { people } from '../people/store.ts';
import type { StoreContext } from '../store/context.ts';
import { absences } from './absence/store.ts';
import type { Reading } from './kind.ts';

type Concerned = Pick<Reading, 'about' | 'interested'>;

const PERSON = 'person:';

/** Ids of the people behind words such as `person:<id>` and `<role>@<scope>`, who may decide and are there. */
export async function presentOf(
  ctx: StoreContext,
  words: readonly string[],
  { about, interested = [] }: Concerned,
): Promise<readonly string[]> {
  const found = await people
    .on(ctx.db)
    .find({ $or: words.map(condition) } as never, { grants: 1 })
    .lean();
  const able = found
    .filter(({ _id }) => _id !== about && !interested.includes(`${PERSON}${_id}`))
    .filter(({ grants }) => !grants.some(({ scope }) => interested.includes(scope)))
    .map(({ _id }) => _id);
  const away = await awayOf(ctx, able);
  return able.filter((each) => !away.has(each)).sort();
}

function condition(word: string): object {
  if (word.startsWith(PERSON)) return { _id: word.slice(PERSON.length), erasure: null, merged: null };
  const [role = '', scope = ''] = word.split('@');
  return { grants: trusted({ $elemMatch: { role, scope } satisfies Record<keyof Grant, string> }) };
}

async function awayOf(ctx: StoreContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const now = ctx.clock.now();
  const found = await absences
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...ids] }), until: trusted({ $gt: now }) } as never, { _id: 1 })
    .lean();
  return new Set(found.map(({ _id }) => _id));
}
