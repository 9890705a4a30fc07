// Tells what the cases of a set leave untried: each numeric condition below, at and above its figure, and each date on
// which something changes, on the day before and on the day itself. A new figure without cases does not pass.
import { addDays, type LocalDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import type { RuleBook } from './book.ts';
import type { SetCases } from './cases.ts';
import { leavesOf, parametersOf } from './conditions.ts';
import type { Evaluation } from './evaluation.ts';
import { usedValues } from './parameters.ts';
import type { FactDefinition } from './schema/fact-file.ts';
import type { LeafDefinition, RuleSetFile, VersionDefinition } from './schema/rule-set-file.ts';

const SIDES = ['below', 'at', 'above'] as const;
type Side = (typeof SIDES)[number];

/** @returns one line for each thing that no case tries; empty when all is covered */
export async function untried(book: RuleBook, { set: setId, cases }: SetCases): Promise<readonly string[]> {
  const set = book.set(setId);
  const seen = new Set<string>();
  for (const { on, facts } of cases) {
    const evaluation = await evaluated(book, setId, on, facts);
    for (const key of evaluation === null ? [] : sidesSeen(evaluation, facts, book.version(setId, on)))
      seen.add(key);
  }
  const wanted = set.versions.flatMap((version) => sidesWanted(book, set, version));
  const days = new Set(cases.map(({ on }) => on));
  return [
    ...wanted.filter((key) => !seen.has(key)),
    ...daysWanted(book, set)
      .filter((day) => !days.has(day))
      .map((day) => `on ${day}`),
  ];
}

async function evaluated(
  book: RuleBook,
  set: string,
  on: LocalDate,
  facts: Readonly<Record<string, unknown>>,
) {
  try {
    return await book.evaluate(set, on, facts);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The days on which a version or a parameter it names begins, and the days before. */
function daysWanted(book: RuleBook, set: RuleSetFile): readonly LocalDate[] {
  const begins = set.versions.flatMap((version) => [
    version.from,
    ...parametersOf(version).flatMap(({ param }) =>
      usedValues(book.parameters.definition(set.programme, param)).map(({ from }) => from),
    ),
  ]);
  return [...new Set(begins.flatMap((day) => [addDays(day, -1), day]))].sort();
}

function sidesWanted(book: RuleBook, set: RuleSetFile, version: VersionDefinition): readonly string[] {
  return version.requirements.flatMap(({ id, conditions }) =>
    leavesOf(conditions).flatMap((leaf, index) => {
      const fact = book.catalogue.definition(leaf.fact);
      if (fact === undefined || !isCounted(fact, leaf)) return [];
      return needsOf(book, set.programme, leaf, version.from).flatMap(({ table, need }) =>
        SIDES.filter((side) => isReachable(side, need, fact, leaf)).map((side) =>
          keyOf(version, `${id}[${index}] ${leaf.name}`, table, side),
        ),
      );
    }),
  );
}

function sidesSeen(
  evaluation: Evaluation,
  facts: Readonly<Record<string, unknown>>,
  version: VersionDefinition,
) {
  const leaves = version.requirements.flatMap(({ id, conditions }) =>
    leavesOf(conditions).map((leaf, index) => ({ leaf, place: `${id}[${index}] ${leaf.name}` })),
  );
  return leaves.flatMap(({ leaf, place }, index) => {
    const { have, need } = evaluation.trace[index] ?? {};
    if (typeof have !== 'number' || typeof need !== 'number') return [];
    const by = typeof leaf.value === 'object' && 'by' in leaf.value ? leaf.value.by : undefined;
    const side = have < need ? 'below' : have === need ? 'at' : 'above';
    return [keyOf(version, place, by === undefined ? null : String(facts[by]), side)];
  });
}

const keyOf = (version: VersionDefinition, place: string, table: string | null, side: Side): string =>
  `${version.name ?? version.from} ${place}${table === null ? '' : ` (${table})`}: ${side}`;

const isCounted = (fact: FactDefinition, leaf: LeafDefinition): boolean =>
  fact.type === 'int' || fact.type === 'number' || leaf.operator === 'countAtLeast';

/** The figures a leaf is compared with: one, or one per entry of a table; unknown where it is another fact. */
function needsOf(book: RuleBook, programme: string, leaf: LeafDefinition, on: LocalDate) {
  if (typeof leaf.value !== 'object' || !('param' in leaf.value)) return [{ table: null, need: null }];
  const { param, by } = leaf.value;
  if (by === undefined) return [{ table: null, need: book.number(programme, param, on) }];
  return Object.entries(book.table(programme, param, on)).map(([table, need]) => ({
    table,
    need: typeof need === 'number' ? need : null,
  }));
}

/** A side that the fact's bounds do not allow needs no case: there is no fourth of three sections. */
function isReachable(side: Side, need: number | null, fact: FactDefinition, leaf: LeafDefinition): boolean {
  if (need === null || leaf.params !== undefined) return true;
  const { least, most } = boundsOf(fact);
  if (side === 'below') return need > least;
  return side === 'above' ? need < most : need >= least && need <= most;
}

function boundsOf(fact: FactDefinition): { least: number; most: number } {
  if (fact.type === 'list') return { least: 0, most: fact.values.length };
  if (fact.type !== 'int' && fact.type !== 'number') return { least: 0, most: 0 };
  const values = fact.values ?? [];
  const least = values.length > 0 ? Math.min(...values) : (fact.min ?? Number.NEGATIVE_INFINITY);
  const most = values.length > 0 ? Math.max(...values) : (fact.max ?? Number.POSITIVE_INFINITY);
  return { least, most };
}
