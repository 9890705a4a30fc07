// Tells what the cases of a set leave untried: each numeric condition below, at and above its figure, each `when` where it
// holds and where it does not, and each date on which something changes, on the day before and on the day itself.
import { addDays, type LocalDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import type { RuleBook } from './book.ts';
import type { SetCases } from './cases.ts';
import { leavesOf, parametersOf } from './conditions.ts';
import type { Evaluation, LeafTrace } from './evaluation.ts';
import { usedValues } from './parameters.ts';
import type { FactDefinition } from './schema/fact-file.ts';
import type {
  LeafDefinition,
  RequirementDefinition,
  RuleSetFile,
  VersionDefinition,
} from './schema/rule-set-file.ts';

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
  const sides = version.requirements.flatMap(placedLeaves).flatMap(({ leaf, place }) => {
    const fact = book.catalogue.definition(leaf.fact);
    if (fact === undefined || !isCounted(fact, leaf)) return [];
    return needsOf(book, set, version, leaf).flatMap(({ table, need }) =>
      SIDES.filter((side) => isReachable(side, need, fact, leaf)).map((side) =>
        keyOf(version, place, table, need, side),
      ),
    );
  });
  const whens = version.requirements.flatMap(({ id, when }) =>
    when === undefined ? [] : [whenKey(version, id, true), whenKey(version, id, false)],
  );
  return [...sides, ...whens];
}

interface PlacedLeaf {
  readonly leaf: LeafDefinition;
  readonly place: string;
  readonly isWhen: boolean;
  /** Among the leaves of its tree. */
  readonly index: number;
  readonly requirement: string;
}

function placedLeaves({ id, when, conditions }: RequirementDefinition): readonly PlacedLeaf[] {
  const leaves = (tree: typeof conditions | undefined, isWhen: boolean): readonly PlacedLeaf[] =>
    (tree === undefined ? [] : leavesOf(tree)).map((leaf, index) => {
      const place = `${id}${isWhen ? ' when' : ''}[${index}] ${leaf.name}`;
      return { leaf, place, isWhen, index, requirement: id };
    });
  return [...leaves(when, true), ...leaves(conditions, false)];
}

const whenKey = (version: VersionDefinition, id: string, holds: boolean): string =>
  `${version.name ?? version.from} ${id} when: ${holds ? 'holds' : 'does not hold'}`;

function sidesSeen(
  evaluation: Evaluation,
  facts: Readonly<Record<string, unknown>>,
  version: VersionDefinition,
) {
  const sides = version.requirements.flatMap(placedLeaves).flatMap((placed) => {
    const { leaf, place } = placed;
    const { have, need } = lineOf(evaluation.trace, placed) ?? {};
    if (typeof have !== 'number' || typeof need !== 'number') return [];
    const { by } = parameterOf(leaf) ?? {};
    const known: Readonly<Record<string, unknown>> = { ...evaluation.defaults, ...facts };
    const table = by === undefined ? null : String(known[by]);
    const figure = parameterOf(leaf) === undefined ? null : need;
    return [keyOf(version, place, table, figure, sideOf(have, need))];
  });
  if (evaluation.outcome === 'needsData') return sides;
  const whens = version.requirements.flatMap(({ id, when }) =>
    when === undefined
      ? []
      : [whenKey(version, id, !evaluation.notApplicable.some((each) => each.id === id))],
  );
  return [...sides, ...whens];
}

/** Undefined where the requirement does not apply, or data is missing. */
const lineOf = (trace: readonly LeafTrace[], { requirement, isWhen, index }: PlacedLeaf) =>
  trace.filter((line) => line.requirement === requirement && (line.when === true) === isWhen)[index];

function sideOf(have: number, need: number): Side {
  if (have === need) return 'at';
  return have < need ? 'below' : 'above';
}

const keyOf = (
  version: VersionDefinition,
  place: string,
  table: string | null,
  need: number | null,
  side: Side,
): string =>
  `${version.name ?? version.from} ${place}${optional(table, (key) => ` (${key})`)}: ${side}${optional(need, (figure) => ` ${figure}`)}`;

const optional = <T>(value: T | null, shown: (value: T) => string): string =>
  value === null ? '' : shown(value);

const parameterOf = (leaf: LeafDefinition) =>
  typeof leaf.value === 'object' && 'param' in leaf.value ? leaf.value : undefined;

const isCounted = (fact: FactDefinition, leaf: LeafDefinition): boolean =>
  fact.type === 'int' || fact.type === 'number' || leaf.operator === 'countAtLeast';

interface Figure {
  /** The entry of a table. */
  readonly table: string | null;
  readonly need: number | null;
}

/** What a leaf is compared with while its version holds: every figure that is ever in use; unknown where it is a fact. */
function needsOf(
  book: RuleBook,
  set: RuleSetFile,
  version: VersionDefinition,
  leaf: LeafDefinition,
): readonly Figure[] {
  const reference = parameterOf(leaf);
  if (reference === undefined) return [{ table: null, need: null }];
  const { param, by } = reference;
  const figures = daysOf(book, set, version, param).flatMap((on): readonly Figure[] => {
    const { programme } = set;
    if (by === undefined) return [{ table: null, need: book.number(programme, param, on) }];
    return Object.entries(book.table(programme, param, on)).map(([table, need]) => ({
      table,
      need: typeof need === 'number' ? need : null,
    }));
  });
  return [...new Map(figures.map((each) => [JSON.stringify(each), each])).values()];
}

/** The first day of a version, and those within it on which a parameter takes another value. */
function daysOf(book: RuleBook, set: RuleSetFile, version: VersionDefinition, param: string) {
  const next = set.versions[set.versions.indexOf(version) + 1]?.from ?? '9999-12-31';
  const changes = usedValues(book.parameters.definition(set.programme, param)).map(({ from }) => from);
  return [
    version.from,
    ...changes.filter((on) => on > version.from && on < next && on <= (version.to ?? on)),
  ];
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
