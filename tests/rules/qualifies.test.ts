// Counting people in the database comes to the same as judging each: over rule sets and facts nobody wrote.
import fc from 'fast-check';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Facts, RuleBook } from '../../engine/rules/rule-book.ts';
import { countOf } from '../support/run/counts.ts';
import { holds } from '../support/run/holds.ts';
import { giveBack, openStore } from '../support/services/fresh-database.ts';
import { generatedBook, generatedFactNames, generatedFacts } from './generated-sets.ts';
import { ON } from './shipped-book.ts';

const PEOPLE = 200;
const LONGEST = 3_600_000;

let db: Connection;
beforeAll(async () => {
  db = await openStore();
});
afterAll(() => giveBack(db));

/** `{ 'gen.few': 3 }` as a document keeps it. */
const kept = (facts: Facts) => ({
  facts: {
    gen: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name.slice('gen.'.length), value])),
  },
});

const person = fc
  .tuple(generatedFacts, fc.option(fc.constantFrom(...generatedFactNames), { freq: 10 }))
  .map(([facts, unknown]): Facts => {
    const { [unknown ?? '']: _, ...known } = facts;
    return known;
  });

async function met(book: RuleBook, people: readonly Facts[]) {
  const compiled = book.compiled('gen.set', ON);
  const names = people.flatMap((facts, n) => (compiled.evaluate(facts).outcome === 'met' ? [n] : []));
  const found = await db
    .collection('generated_people')
    .aggregate([{ $match: { n: { $gte: 0 }, $expr: book.qualifies('gen.set', ON) } }, { $sort: { n: 1 } }])
    .toArray();
  return { judged: names, counted: found.map(({ n }) => n) };
}

it('over generated sets', { timeout: LONGEST }, async () => {
  await db.collection('generated_people').createIndex({ n: 1 });
  await holds(
    fc.asyncProperty(
      fc.array(generatedBook, { minLength: 10, maxLength: 10 }),
      fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE }),
      async (books, people) => {
        await db.collection('generated_people').deleteMany({});
        await db.collection('generated_people').insertMany(people.map((facts, n) => ({ n, ...kept(facts) })));
        for (const book of books) {
          const { judged, counted } = await met(book, people);
          expect(counted).toEqual(judged);
        }
      },
    ),
    { numRuns: Math.ceil(countOf('pushedVerdicts') / (10 * PEOPLE)), endOnFailure: true },
  );
});
