// json-rules-engine and the compiled closures say the same of everybody: outcome, reasons, have and need, percentages,
// parameters and the trace, over rule sets and facts nobody wrote, and over those that ship.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Evaluation, Facts, RuleBook } from '../../engine/rules/rule-book.ts';
import { countOf } from '../support/run/counts.ts';
import { holds } from '../support/run/holds.ts';
import { generatedBook, generatedFactNames, generatedFacts } from './generated-sets.ts';
import { ON, shippedBook } from './shipped-book.ts';

/** People who are judged by each generated set. */
const PEOPLE = 40;
const LONGEST = 3_600_000;

const person = fc
  .tuple(generatedFacts, fc.option(fc.constantFrom(...generatedFactNames), { freq: 20 }))
  .map(([facts, unknown]): Facts => {
    if (unknown === null) return facts;
    const { [unknown]: _, ...known } = facts;
    return known;
  });

/** @returns the facts of whom the two say something else, with both answers */
async function differences(
  book: RuleBook,
  set: string,
  people: readonly Facts[],
): Promise<readonly unknown[]> {
  const compiled = book.compiled(set, ON);
  const found: unknown[] = [];
  for (const facts of people) {
    const [one, other] = [await book.evaluate(set, ON, facts), compiled.evaluate(facts)];
    if (!isDeepStrictEqual(plain(one), plain(other))) found.push({ facts, one, other: plain(other) });
  }
  return found;
}

/** As data: what is worked out on demand is worked out. */
const plain = (evaluation: Evaluation): unknown => {
  const { set, version, on, outcome, percent, reasons, shortfalls } = evaluation;
  const { requirements, parameters, missing, reads, trace } = evaluation;
  return {
    ...{ set, version, on, outcome, percent, reasons, shortfalls },
    ...{ requirements, parameters, missing, reads, trace },
  };
};

it('over generated sets', { timeout: LONGEST }, async () => {
  const numRuns = Math.ceil(countOf('ruleVerdicts') / PEOPLE);
  const people = fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE });
  await holds(
    fc.asyncProperty(generatedBook, people, async (book, each) => {
      expect(await differences(book, 'gen.set', each)).toEqual([]);
    }),
    { numRuns, endOnFailure: true },
  );
});

const book = shippedBook();

/** Any value that the catalogue allows, with those around the shipped figures more often. */
function factOf(name: string): fc.Arbitrary<unknown> {
  const definition = book.catalogue.definition(name);
  if (definition === undefined) throw new Error(`no fact ${name}`);
  switch (definition.type) {
    case 'bool':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...definition.values);
    case 'list':
      return fc.subarray([...definition.values]);
    default:
      return numberOf(definition);
  }
}

const NEAR = [0, 1, 2, 3, 4, 5, 6, 9, 10, 12, 13, 14, 16, 18, 26, 29, 30, 39, 52, 249, 250, 1199, 1200];

function numberOf({ values, min = -40, max = 4_000 }: Bounds): fc.Arbitrary<number> {
  if (values) return fc.constantFrom(...values);
  const near = NEAR.filter((each) => each >= min && each <= max);
  return fc.oneof(fc.constantFrom(...near), fc.integer({ min, max }));
}

interface Bounds {
  readonly values?: readonly number[];
  readonly min?: number;
  readonly max?: number;
}

it.each(book.sets.map(({ id }) => id))('over %s', { timeout: LONGEST }, async (set) => {
  const reads = book.compiled(set, ON).evaluate({}).missing;
  const facts = fc.record(Object.fromEntries(reads.map((name) => [name, factOf(name)])), {
    noNullPrototype: true,
  });
  const [first = {}] = fc.sample(facts, 1);
  const people = fc.sample(facts, { numRuns: 200, seed: 7 }) as readonly Facts[];
  expect(await differences(book, set, [...people, first as Facts, {}])).toEqual([]);
});
