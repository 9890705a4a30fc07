// The count that stands beside a draft while somebody edits it. What people's facts are does not depend on the draft: they are read
// once, grouped by MongoDB where they are kept, and judged anew by every edit. Whoever reads it is told when they were read.
import type { Connection } from 'mongoose';
import type { LocalDate } from '../kernel/calendar.ts';
import { MINUTE } from '../kernel/clock.ts';
import type { Facts, RuleBook } from '../rules/rule-book.ts';
import type { EngineContext } from './context.ts';
import { type Count, countMet } from './counting.ts';
import type { Population } from './programme.ts';

/** People who are alike in every fact. */
interface Alike {
  readonly facts: Facts;
  readonly n: number;
}

interface Read {
  readonly draft: string;
  readonly at: Date;
  readonly groups: readonly Alike[];
}

export interface LiveCount extends Count {
  /** When the facts were read. */
  readonly asOf: Date;
}

/** Milliseconds after which facts are read anew. */
export const KEPT_FOR = MINUTE;
/** More kinds of people than this are counted where they are. */
const MOST_GROUPS = 50_000;

/** By set: a process keeps the facts of the draft that was edited last. */
const kept = new WeakMap<Connection, Map<string, Read>>();

/** @param draft its id: the first look at another one reads anew. @throws as `countMet` */
export async function countLive(
  ctx: EngineContext,
  draft: string,
  books: readonly RuleBook[],
  population: Population,
  on: LocalDate,
): Promise<LiveCount> {
  const read = await readFacts(ctx, draft, population);
  if (!read) return { ...(await countMet(ctx, books, population, on)), asOf: ctx.clock.now() };
  const judges = books.map((book) => book.compiled(population.set, on));
  const met = judges.map((judge) =>
    read.groups.reduce((sum, { facts, n }) => sum + (judge.evaluate(facts).outcome === 'met' ? n : 0), 0),
  );
  return { total: read.groups.reduce((sum, { n }) => sum + n, 0), met, asOf: read.at };
}

async function readFacts(
  ctx: EngineContext,
  draft: string,
  { set, found }: Population,
): Promise<Read | null> {
  if (!found) return null;
  const bySet = kept.get(ctx.db) ?? new Map<string, Read>();
  kept.set(ctx.db, bySet);
  const now = ctx.clock.now();
  const before = bySet.get(set);
  if (before?.draft === draft && now.getTime() - before.at.getTime() < KEPT_FOR) return before;
  const { collection, stages } = await found(ctx);
  const groups = await ctx.db
    .collection(collection)
    .aggregate<{ readonly _id: object; readonly n: number }>([
      ...stages,
      { $group: { _id: '$facts', n: { $sum: 1 } } },
      { $limit: MOST_GROUPS + 1 },
    ])
    .toArray();
  if (groups.length > MOST_GROUPS) return null;
  const read = { draft, at: now, groups: groups.map(({ _id, n }) => ({ facts: flat(_id), n })) };
  bySet.set(set, read);
  return read;
}

/** `{ credit: { targetHours: 20 } }` as the rules name it: `credit.targetHours`. */
function flat(facts: object, before = ''): Facts {
  const entries = Object.entries(facts).flatMap(([name, value]): [string, Facts[string]][] =>
    isBranch(value)
      ? Object.entries(flat(value, `${before}${name}.`)).map(([key, fact]) => [key, fact as Facts[string]])
      : [[`${before}${name}`, value as Facts[string]]],
  );
  return Object.fromEntries(entries);
}

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
