// Runs the cases of every shipped set, and fails on what no case tries.
import { describe, expect, it } from 'vitest';
import {
  checkTexts,
  readCases,
  ruleBookFrom,
  runCases,
  untried,
  writtenTexts,
} from '../../engine/rules/rule-book.ts';
import { dated } from './rejections/bending.ts';
import { sample, sourcesOf } from './sample-sources.ts';
import { RULES, shippedBook } from './shipped-book.ts';

const book = shippedBook();
const { cases: files, findings } = readCases(RULES);

it('every case file is sound and belongs to a set, and every set has one', () => {
  expect(findings).toEqual([]);
  expect(files.map(({ set }) => set).sort()).toEqual(book.sets.map(({ id }) => id).sort());
});

it('every title, requirement, reason and missing fact is written in three languages', () => {
  expect(checkTexts(book, writtenTexts(`${RULES}/../locales`))).toEqual([]);
});

describe.each(files)('$set', (file) => {
  it.each(file.cases)('$name', async (each) => {
    expect(await runCases(book, { ...file, cases: [each] })).toEqual([]);
  });

  it('has a case below, at and above every figure, and around every date', async () => {
    expect(await untried(book, file)).toEqual([]);
  });
});

describe('the runner', () => {
  const completion = files.find(({ set }) => set === 'credit.completion');
  if (completion === undefined) throw new Error('no cases of credit.completion');

  it('misses each case that is taken away from what only it tries', async () => {
    const without = completion.cases.filter(({ facts }) => facts['credit.confirmedMinutes'] !== 1199);
    const fewer = without.filter(({ on }) => on !== '2019-08-31');
    const gaps = await untried(book, {
      ...completion,
      cases: fewer.filter(({ facts }) => facts['credit.targetHours'] === 50),
    });
    expect(gaps).toEqual([
      '2019-09-01 hours[0] credit.hours-short (20): below 1200',
      '2019-09-01 hours[0] credit.hours-short (20): at 1200',
      '2019-09-01 hours[0] credit.hours-short (20): above 1200',
      'on 2019-08-31',
      'on 2019-09-01',
    ]);
  });

  it('misses a figure in `when`, and both sides of one, where no case tries them', async () => {
    const bent = sample();
    const when = {
      all: [{ fact: 'club.days', operator: 'atLeast', value: { param: 'late' }, name: 'club.new' }],
    };
    Object.assign(bent.parameters.late, { unit: 'days', values: [dated('2020-01-01')] });
    Object.assign(bent.set.versions[0]?.requirements[1] ?? {}, { when });
    const club = ruleBookFrom(sourcesOf(bent));
    const facts = { 'club.visits': 3, 'club.member': true, 'club.colour': 'red', 'club.skills': [] };
    const tried = (days: number) => ({
      name: `${days} days`,
      on: '2020-05-01',
      facts: { ...facts, 'club.days': days },
      expect: { outcome: 'met' as const },
    });
    const gaps = async (...days: readonly number[]) => {
      const found = await untried(club, { file: '', set: 'club.join', cases: days.map(tried) });
      return found.filter((line) => line.includes('taste when'));
    };
    expect(await gaps(2)).toEqual([
      '2020-01-01 taste when[0] club.new: below 1',
      '2020-01-01 taste when[0] club.new: at 1',
      '2020-01-01 taste when: does not hold',
    ]);
    expect(await gaps(0, 1, 2)).toEqual([]);
  });

  it('tells a wrong expectation apart, difference by difference', async () => {
    const [first] = completion.cases;
    if (first === undefined) throw new Error('no cases');
    const wrong = {
      ...first,
      expect: { outcome: 'notMet' as const, percent: 50, parameters: { payoutTenge: 1 } },
    };
    expect(await runCases(book, { ...completion, cases: [wrong] })).toEqual([
      {
        set: 'credit.completion',
        name: first.name,
        differences: [
          'outcome: expected "notMet", got "met"',
          'percent: expected 50, got 100',
          'parameter payoutTenge: expected 1, got 20000',
        ],
      },
    ]);
  });

  it('does not take a refused fact for a date without a version', async () => {
    const [first] = completion.cases;
    if (first === undefined) throw new Error('no cases');
    const wrong = { ...first, facts: { 'credit.nothing': 1 }, expect: { outcome: 'noVersion' as const } };
    expect(await runCases(book, { ...completion, cases: [wrong] })).toHaveLength(1);
  });
});
