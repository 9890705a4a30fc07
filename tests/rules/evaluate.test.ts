// What evaluating answers and refuses: the fixed form, missing data, bad sets, dates and facts, and the stored receipt.
import { describe, expect, it } from 'vitest';
import { AppError } from '../../engine/kernel/errors.ts';
import { decision, evaluationJson, isIntact, ruleBookFrom } from '../../engine/rules/rule-book.ts';
import { conditionsOf, sample, sourcesOf } from './sample-sources.ts';
import { beginning, completed, ON, shippedBook } from './shipped-book.ts';

const book = shippedBook();

async function refusal(set: string, on: string, facts: Record<string, unknown>): Promise<AppError> {
  const outcome: unknown = await book.evaluate(set, on, facts).catch((error: unknown) => error);
  if (outcome instanceof AppError) return outcome;
  throw new Error('it was not refused');
}

describe('an evaluation', () => {
  it('has the fixed form', async () => {
    const facts = { ...completed, 'credit.confirmedMinutes': 840 };
    expect(evaluationJson(await book.evaluate('credit.completion', ON, facts))).toEqual({
      set: 'credit.completion',
      version: '2019-09-01',
      outcome: 'notMet',
      percent: 90,
      reasons: ['credit.hours-short'],
      requirements: [
        { id: 'hours', group: 'hours', met: false, have: 840, need: 1200, percent: 70 },
        { id: 'report', group: 'report', met: true, have: true, need: true, percent: 100 },
        { id: 'organisation', group: 'organisation', met: true, have: true, need: true, percent: 100 },
      ],
      parameters: { requiredMinutes: 1200, payoutTenge: 20_000, academicCredits: 2 },
      missing: [],
    });
  });

  it('says what is missing and decides nothing', async () => {
    const { 'credit.targetHours': _target, ...facts } = { ...completed, 'credit.headApprovedReport': false };
    const { outcome, missing, reasons, requirements, parameters } = await book.evaluate(
      'credit.completion',
      ON,
      facts,
    );
    expect({ outcome, missing, reasons, requirements, parameters }).toEqual({
      outcome: 'needsData',
      missing: ['credit.targetHours'],
      reasons: [],
      requirements: [],
      parameters: {},
    });
  });

  it('gives reasons with what is had, needed and left', async () => {
    const facts = { ...completed, 'credit.confirmedMinutes': 840 };
    const { reasons } = await book.evaluate('credit.completion', ON, facts);
    expect(reasons).toEqual([
      { code: 'credit.hours-short', params: { have: 840, need: 1200, left: 360, unit: 'minutes' } },
    ]);
  });

  it('adds facts before comparing them with a cap', async () => {
    const facts = { ...beginning, 'credit.yearHoursCommitted': 70 };
    const { reasons } = await book.evaluate('credit.participation', ON, facts);
    expect(reasons).toEqual([
      { code: 'credit.over-year-hours', params: { have: 90, need: 70, unit: 'hours' } },
    ]);
  });

  it('runs beside others without losing a requirement', async () => {
    const runs = Array.from({ length: 200 }, (_, minutes) =>
      book.evaluate('credit.completion', ON, { ...completed, 'credit.confirmedMinutes': 1100 + minutes }),
    );
    const met = (await Promise.all(runs)).filter(({ outcome }) => outcome === 'met');
    expect(met).toHaveLength(100);
  });
});

describe('an evaluation is refused', () => {
  it('for an unknown set, naming those there are', async () => {
    const { code, details } = await refusal('credit.nothing', ON, completed);
    expect(code).toBe('not-found');
    expect(details[0]?.hint).toContain('credit.completion');
  });

  it('for a date before the first version, naming when versions hold', async () => {
    const { code, details } = await refusal('credit.completion', '2019-08-31', completed);
    expect([code, details[0]?.pointer]).toEqual(['invalid-input', '/on']);
    expect(details[0]?.hint).toContain('2019-09-01');
  });

  it.each(['2026-02-30', 'today', '', '2026-9-1'])('for %j, which is no date', async (on) => {
    expect((await refusal('credit.completion', on, completed)).code).toBe('invalid-input');
  });

  it.each([
    ['an unknown fact', { 'credit.confirmedMinuts': 5 }, '/credit.confirmedMinuts'],
    ['a number as text', { 'credit.confirmedMinutes': '1200' }, '/credit.confirmedMinutes'],
    ['half a minute', { 'credit.confirmedMinutes': 0.5 }, '/credit.confirmedMinutes'],
    ['a negative number', { 'credit.confirmedMinutes': -1 }, '/credit.confirmedMinutes'],
    ['no number', { 'credit.confirmedMinutes': Number.NaN }, '/credit.confirmedMinutes'],
    ['a target there is not', { 'credit.targetHours': 30 }, '/credit.targetHours'],
    ['a number for yes', { 'credit.headApprovedReport': 1 }, '/credit.headApprovedReport'],
    ['null', { 'credit.headApprovedReport': null }, '/credit.headApprovedReport'],
    ['an unknown level', { 'badge.heldLevels': ['iron'] }, '/badge.heldLevels'],
    ['a prototype key', JSON.parse('{"__proto__": true}'), '/__proto__'],
  ])('for %s', async (_what, wrong: Record<string, unknown>, pointer) => {
    const facts = Object.fromEntries([...Object.entries(completed), ...Object.entries(wrong)]);
    const { code, details } = await refusal('credit.completion', ON, facts);
    expect([code, details.map((detail) => detail.pointer)]).toEqual(['invalid-input', [pointer]]);
  });
});

describe('a decision', () => {
  it('keeps what the version read and can be checked later, whatever order it is stored in', async () => {
    const facts = { ...completed, 'credit.openInterviews': 2 };
    const receipt = decision(await book.evaluate('credit.completion', ON, facts), facts);
    expect(receipt.facts).toEqual(completed);
    expect(isIntact(receipt)).toBe(true);
    const stored = Object.fromEntries(
      Object.entries(structuredClone(receipt)).reverse(),
    ) as unknown as typeof receipt;
    expect(isIntact(stored)).toBe(true);
    expect(isIntact({ ...receipt, parameters: { ...receipt.parameters, payoutTenge: 50_000 } })).toBe(false);
  });

  it('has the same hash for the same case', async () => {
    const twice = await Promise.all([1, 2].map(() => book.evaluate('credit.completion', ON, completed)));
    const [first, second] = twice.map((evaluation) => decision(evaluation, completed).hash);
    expect(first).toBe(second);
  });
});

describe('alternatives', () => {
  const club = { 'club.visits': 2, 'club.member': true, 'club.colour': 'blue', 'club.skills': ['chess'] };

  it('count by their best branch and keep their ways apart', async () => {
    const evaluation = await ruleBookFrom(sourcesOf(sample())).evaluate('club.join', '2020-05-01', club);
    expect(evaluation.requirements.map(({ percent, have, need }) => [percent, have, need])).toEqual([
      [83.33, 2, 3],
      [50, 1, 2],
    ]);
    expect(evaluation.percent).toBe(66.67);
    expect(evaluation.shortfalls.at(-1)).toEqual({
      anyOf: [
        [{ code: 'club.not-red', params: { have: 'blue', need: 'red' } }],
        [{ code: 'club.few-skills', params: { have: 1, need: 2, left: 1, unit: 'skills' } }],
      ],
    });
  });

  it('take the parameter of the legal date', async () => {
    const club20 = ruleBookFrom(sourcesOf(sample()));
    const needs = await Promise.all(
      ['2020-12-31', '2021-01-01'].map(
        async (on) => (await club20.evaluate('club.join', on, club)).requirements[0]?.need,
      ),
    );
    expect(needs).toEqual([3, 4]);
  });

  it('leave a gate out of the percentage of the set', async () => {
    const bent = sample();
    Object.assign(bent.set.versions[0]?.requirements[1] ?? {}, { gate: true });
    Object.assign(conditionsOf(bent), {
      all: [{ fact: 'club.member', operator: 'is', value: true, name: 'club.no' }],
    });
    const evaluation = await ruleBookFrom(sourcesOf(bent)).evaluate('club.join', '2020-05-01', club);
    expect([evaluation.outcome, evaluation.percent]).toEqual(['notMet', 100]);
  });
});
