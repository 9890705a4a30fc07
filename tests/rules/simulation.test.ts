// A simulation says what two versions say of everyone, no more and no less, in whatever order people come; it can be stopped.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Subject, simulate } from '../../engine/rules/rule-book.ts';
import { holds } from '../support/run/holds.ts';
import { shippedBook } from './shipped-book.ts';

const book = shippedBook();
/** On one side of a date the level is another than on the other: two versions that differ. */
const SET = 'credit.completion';
const before = book.compiled(SET, '2026-09-01');

const subject = fc.record({
  person: fc.uuid(),
  region: fc.constantFrom('75', '71', null),
  facts: fc.record({
    'credit.targetHours': fc.constantFrom(20, 50),
    'credit.confirmedMinutes': fc.integer({ min: 1_100, max: 1_300 }),
    'credit.headApprovedReport': fc.boolean(),
    'credit.organisationAccredited': fc.boolean(),
  }),
});
const people = fc.uniqueArray(subject, { selector: ({ person }) => person, maxLength: 60 });

async function* inBatches(all: readonly Subject[], size: number): AsyncIterable<readonly Subject[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** As `before`, but wants 60 minutes more: what a draft would be. */
const after = {
  evaluate: (facts: Subject['facts']) =>
    before.evaluate({ ...facts, 'credit.confirmedMinutes': Number(facts['credit.confirmedMinutes']) - 60 }),
} as typeof before;

it('counts each person once, as both versions judge them, whatever the order and the batches', async () => {
  await holds(
    fc.asyncProperty(people, fc.integer({ min: 1, max: 70 }), async (all, size) => {
      const found = await simulate({ before, after, subjects: inBatches(all, size) });
      const reversed = await simulate({ before, after, subjects: inBatches([...all].reverse(), 7) });
      expect({ ...reversed, regions: null }).toEqual({ ...found, regions: null });
      const losers = all.filter(
        ({ facts }) => before.evaluate(facts).outcome === 'met' && after.evaluate(facts).outcome !== 'met',
      );
      expect(found.all).toMatchObject({ total: all.length, gain: 0, lose: losers.length });
      const names = losers.map(({ person }) => person).sort();
      expect(found.examples.lose.map(({ person }) => person)).toEqual(names.slice(0, 10));
      const regions = Object.values(found.regions);
      expect(regions.reduce((sum, { total }) => sum + total, 0)).toBe(all.length);
      expect(regions.reduce((sum, { lose }) => sum + lose, 0)).toBe(losers.length);
    }),
    { numRuns: 60 },
  );
});

it('gives the reasons of an example before and after', async () => {
  const facts = {
    'credit.targetHours': 20,
    'credit.confirmedMinutes': 1_230,
    'credit.headApprovedReport': true,
    'credit.organisationAccredited': true,
  };
  const { examples } = await simulate({
    before,
    after,
    subjects: inBatches([{ person: 'a', region: null, facts }], 1),
  });
  expect(examples.lose).toMatchObject([
    {
      before: { outcome: 'met', percent: 100, reasons: [] },
      after: { outcome: 'notMet', reasons: [{ code: 'credit.hours-short' }] },
    },
  ]);
});

it('stops where it is told to, and says nothing', async () => {
  const stopping = new AbortController();
  const one = { person: 'a', region: null, facts: {} };
  const subjects = inBatches(Array(10).fill(one), 1);
  const heard: number[] = [];
  const progress = (done: number) => {
    heard.push(done);
    if (done === 3) stopping.abort(new Error('enough'));
  };
  await expect(simulate({ before, after, subjects, progress, signal: stopping.signal })).rejects.toThrow(
    'enough',
  );
  expect(heard).toEqual([1, 2, 3]);
});
