// Who steps in: an item stays with whom it is for, and goes to the first of the chain who is there besides, while they are away. Where
// nobody is, or it is overdue, it is escalated.
import type { StoreContext } from '../store/context.ts';
import { datesOf } from './due.ts';
import type { Reading, ReviewKind, Substitute } from './kind.ts';
import { presentOf } from './presence.ts';
import { word } from './words.ts';

export interface Deciders {
  readonly words: readonly string[];
  /** Everybody whose coming and going changes that. */
  readonly watch: readonly string[];
  readonly escalated: boolean;
}

interface First {
  readonly roles: readonly string[];
  readonly assigned: string | null;
}

export async function chainOf<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reading: Reading,
  { roles, assigned }: First,
): Promise<Deciders> {
  const first = assigned === null ? roles : [assigned];
  const further = await furtherOf(ctx, kind, subject, reading, assigned === null ? [] : [roles]);
  const { steps, isFilled } = await firstPresent(ctx, reading, [first, ...further]);
  const above = (kind.escalateTo?.roles ?? []).flatMap((role) => [
    word({ role, scope: reading.scope }),
    word({ role, scope: 'all' }),
  ]);
  const { due } = await datesOf(ctx, kind, subject, reading);
  const isOverdue = kind.escalateTo !== undefined && due !== null && due < ctx.clock.now();
  const escalated = !isFilled || isOverdue;
  const words = [...first, ...steps, ...(escalated && kind.escalateTo?.decide ? above : [])];
  const watch = [...first, ...further.flat(), ...above];
  return { words: [...new Set(words)], watch: [...new Set(watch)], escalated };
}

/** Where the kind declares no chain, an assigned item goes to its roles. */
async function furtherOf<C extends StoreContext>(
  ctx: C,
  { substitutes }: ReviewKind<C>,
  subject: string,
  { assigned }: Reading,
  otherwise: readonly (readonly string[])[],
): Promise<readonly (readonly string[])[]> {
  if (!substitutes) return otherwise;
  const chain = await substitutes(ctx, subject, assigned ?? null);
  return chain.map(wordsOfSubstitute);
}

const wordsOfSubstitute = (each: Substitute): readonly string[] =>
  'person' in each ? [`person:${each.person}`] : [...new Set([word(each), word({ ...each, scope: 'all' })])];

/** @returns the words of the first step behind the one it is for where somebody is there; none where that one is */
async function firstPresent(
  ctx: StoreContext,
  reading: Reading,
  all: readonly (readonly string[])[],
): Promise<{ readonly steps: readonly string[]; readonly isFilled: boolean }> {
  for (const [index, words] of all.entries())
    if ((await presentOf(ctx, words, reading)).length > 0)
      return { steps: index === 0 ? [] : words, isFilled: true };
  return { steps: [], isFilled: false };
}
