// What must hold for any facts: the verdict of a plain reading of the rule, no matter the order of the facts or what
// else is known; and a percentage of 100 exactly where everything is met.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluationJson } from '../../engine/rules/rule-book.ts';
import { holds } from '../support/run/holds.ts';
import { ON, shippedBook } from './shipped-book.ts';

const book = shippedBook();

const around = (...figures: readonly number[]) =>
  fc.constantFrom(
    ...figures.flatMap((figure) => [figure - 1, figure, figure + 1]).filter((each) => each >= 0),
  );

const credit = {
  'credit.targetHours': fc.constantFrom(20, 50),
  'credit.confirmedMinutes': fc.oneof(around(0, 1200, 3000), fc.nat(4000)),
  'credit.headApprovedReport': fc.boolean(),
  'credit.organisationAccredited': fc.boolean(),
  'credit.openInterviews': around(0, 3),
  'credit.activeParticipations': around(0, 1),
  'credit.yearHoursCommitted': fc.constantFrom(0, 20, 50, 70),
  'credit.isUniversityStudent': fc.boolean(),
  'credit.consentGiven': fc.boolean(),
};
const creditFacts = fc.record(credit);
const someFacts = fc.record(credit, { requiredKeys: [] });
const otherFacts = fc.record(
  {
    age: fc.nat(100),
    'badge.heldLevels': fc.subarray(['bronze', 'silver']),
    'activity.percent': fc.nat(100),
  },
  { requiredKeys: [] },
);

type CreditFacts = typeof creditFacts extends fc.Arbitrary<infer T> ? T : never;

/** The rules read aloud, to hold the engine against. */
const plainReading: Readonly<Record<string, (facts: CreditFacts) => boolean>> = {
  'credit.completion': (facts) =>
    facts['credit.confirmedMinutes'] >= facts['credit.targetHours'] * 60 &&
    facts['credit.headApprovedReport'] &&
    facts['credit.organisationAccredited'],
  'credit.participation': (facts) =>
    facts['credit.isUniversityStudent'] &&
    facts['credit.consentGiven'] &&
    facts['credit.activeParticipations'] === 0 &&
    facts['credit.yearHoursCommitted'] + facts['credit.targetHours'] <= 70 &&
    facts['credit.yearHoursCommitted'] !== facts['credit.targetHours'],
  'credit.booking': (facts) =>
    facts['credit.isUniversityStudent'] &&
    facts['credit.consentGiven'] &&
    facts['credit.openInterviews'] < 3 &&
    facts['credit.activeParticipations'] === 0,
};

const shuffled = (facts: object) =>
  fc
    .shuffledSubarray(Object.entries(facts), { minLength: Object.keys(facts).length })
    .map((entries) => Object.fromEntries(entries));

const reasonCodes = ({ reasons }: Evaluation): readonly string[] => reasons.map(({ code }) => code);

describe.each(Object.entries(plainReading))('%s', (set, reading) => {
  it('says what a plain reading of the rule says', () =>
    holds(
      fc.asyncProperty(creditFacts, async (facts) => {
        const { outcome } = await book.evaluate(set, ON, facts);
        expect(outcome).toBe(reading(facts) ? 'met' : 'notMet');
      }),
    ));

  it('does not depend on the order of facts or on facts it does not read', () =>
    holds(
      fc.asyncProperty(
        someFacts.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts), otherFacts)),
        async ([facts, mixed, other]) => {
          const [plain, changed] = await Promise.all([
            book.evaluate(set, ON, facts),
            book.evaluate(set, ON, { ...other, ...mixed }),
          ]);
          expect(evaluationJson(changed)).toEqual(evaluationJson(plain));
        },
      ),
    ));

  it('gives 100 % and no reasons exactly when all is met', () =>
    holds(
      fc.asyncProperty(creditFacts, async (facts) => {
        const evaluation = await book.evaluate(set, ON, facts);
        expect(evaluation.percent === 100).toBe(evaluation.outcome === 'met');
        expect(reasonCodes(evaluation).length === 0).toBe(evaluation.outcome === 'met');
        for (const { met, percent } of evaluation.requirements) {
          expect(percent === 100).toBe(met);
          expect(percent >= 0 && percent <= 100).toBe(true);
        }
      }),
    ));

  it('needs data exactly when a fact that it reads is not known', () =>
    holds(
      fc.asyncProperty(someFacts, async (facts) => {
        const { outcome, missing, reads } = await book.evaluate(set, ON, facts);
        expect(missing).toEqual(reads.filter((name) => !(name in facts)));
        expect(outcome === 'needsData').toBe(missing.length > 0);
      }),
    ));
});
