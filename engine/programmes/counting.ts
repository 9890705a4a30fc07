// How many people would meet a set as they stand: counted where they are kept if the programme can say how, else by
// judging each. Reads only.
import type { LocalDate } from '../kernel/calendar.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { EngineContext } from './context.ts';
import type { Population } from './programme.ts';

export interface Count {
  /** Everyone whom the set would judge. */
  readonly total: number;
  /** Who would meet it, by each of the books. */
  readonly met: readonly number[];
}

/** @throws AppError `invalid-input` when no version is in force on the day */
export async function countMet(
  ctx: EngineContext,
  books: readonly RuleBook[],
  { set, subjects, found }: Population,
  on: LocalDate,
): Promise<Count> {
  if (!found) return judgedOneByOne(books, set, on, subjects(ctx, on));
  const { collection, stages } = await found(ctx);
  const sums = books.map((book, n) => [`met${n}`, { $sum: { $cond: [book.qualifies(set, on), 1, 0] } }]);
  const [result] = await ctx.db
    .collection(collection)
    .aggregate<Readonly<Record<string, number>>>([
      ...stages,
      { $group: { _id: null, total: { $sum: 1 }, ...Object.fromEntries(sums) } },
    ])
    .toArray();
  return { total: result?.total ?? 0, met: books.map((_, n) => result?.[`met${n}`] ?? 0) };
}

async function judgedOneByOne(
  books: readonly RuleBook[],
  set: string,
  on: LocalDate,
  subjects: ReturnType<Population['subjects']>,
): Promise<Count> {
  const compiled = books.map((book) => book.compiled(set, on));
  const met = books.map(() => 0);
  let total = 0;
  for await (const batch of subjects) {
    total += batch.length;
    for (const { facts } of batch)
      for (const [n, judge] of compiled.entries())
        if (judge.evaluate(facts).outcome === 'met') met[n] = (met[n] ?? 0) + 1;
  }
  return { total, met };
}
