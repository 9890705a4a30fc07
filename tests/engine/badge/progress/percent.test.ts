// Percentages of a journal by the rules of its level: what counts, what does not, and what the level's rating comes to.
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../engine/kernel/calendar.ts';
import { missingInWords } from '../../../../engine/programmes/badge/programme.ts';
import type { BadgePart } from '../../../../engine/programmes/badge/progress/part.ts';
import { type Measured, standingOf } from '../../../../engine/programmes/badge/progress/standing.ts';
import type { Direction } from '../../../../engine/programmes/badge/states.ts';
import {
  books,
  extraBook,
  FIRST,
  measured,
  results,
  trip,
  weeks,
  work,
} from '../../../support/badge/parts.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');

const threeBooks = books(['kz-abai-zholy', 'kazakh'], ['w-hamlet', 'world'], ['g-cosmos', 'growth']);
const standardsMet = results(
  ['bronze-run-1000', 330],
  ['bronze-push-ups', 12],
  ['bronze-run-60', 11.5],
  ['bronze-bend', 5],
);
const whole: readonly BadgePart[] = [
  ...[...weeks('sport', 13), ...weeks('talent', 13), ...weeks('volunteering', 13), ...weeks('heritage', 13)],
  ...[...threeBooks, ...trip(2), standardsMet],
];

async function standing(parts: readonly BadgePart[], of: Measured = measured('bronze')) {
  const { directions, rating, points, evaluation } = await standingOf(stage.ctx, of, parts);
  const percents = Object.fromEntries(directions.map(({ direction, percent }) => [direction, percent]));
  return { rating, points, evaluation, percents: percents as Readonly<Record<Direction, number>> };
}
const without = (test: (part: BadgePart) => boolean) => whole.filter((part) => !test(part));
const lastOf = (direction: string, date: string) => (part: BadgePart) =>
  part.kind === 'lesson' && part.direction === direction && part.date === date;

describe('B-27: bronze', () => {
  it('is whole with 13 weeks each, three books, heritage, two days of an expedition and the standard', async () => {
    expect(await standing(whole)).toMatchObject({
      rating: 100,
      percents: { sport: 100, talent: 100, volunteering: 100, reading: 100, heritage: 100, tourism: 100 },
    });
  });

  it.each(['sport', 'talent', 'volunteering', 'heritage'] as const)(
    'lacks one week of %s',
    async (direction) => {
      const parts = without(lastOf(direction, addDays(FIRST, 7 * 12)));
      const { percents, rating } = await standing(parts);
      // Twelve of thirteen weeks; sport besides has its standard.
      expect(percents[direction]).toBe(direction === 'sport' ? 96.15 : 92.31);
      expect(rating).toBeLessThan(100);
    },
  );

  it('lacks a book, a section, the Kazakh one, a day of the expedition', async () => {
    const reading = async (...all: Parameters<typeof books>) =>
      (await standing(books(...all))).percents.reading;
    expect(await reading(['kz-abai-zholy', 'kazakh'], ['w-hamlet', 'world'])).toBe(77.78);
    expect(await reading(['kz-a', 'kazakh'], ['kz-b', 'kazakh'], ['w-hamlet', 'world'])).toBe(88.89);
    expect(await reading(['w-a', 'world'], ['w-b', 'world'], ['g-cosmos', 'growth'])).toBe(55.56);
    expect((await standing(trip(1))).percents.tourism).toBe(50);
  });

  it('takes one extra Kazakh book in the place of the weeks of heritage', async () => {
    const byBook = without((part) => part.kind === 'lesson' && part.direction === 'heritage');
    expect((await standing([...byBook, extraBook('kz-ulpan')])).rating).toBe(100);
    expect((await standing([...byBook, extraBook('w-don-quixote', 'world')])).percents.heritage).not.toBe(
      100,
    );
  });
});

/** Everything that a level asks for beside sport, talent and heritage. */
const besides = {
  silver: [
    ...weeks('volunteering', 26),
    ...books(['kz-abai-zholy', 'kazakh'], ['kz-ulpan', 'kazakh'], ['w-hamlet', 'world']),
    ...books(['w-robinson-crusoe', 'world'], ['g-cosmos', 'growth'], ['g-seven-habits', 'growth']),
    ...trip(3),
    results(['silver-run-1000', 1], ['silver-push-ups', 99], ['silver-run-60', 1], ['silver-bend', 99]),
  ],
  gold: [
    ...weeks('volunteering', 52),
    ...books(['kz-abai-zholy', 'kazakh'], ['kz-ulpan', 'kazakh'], ['kz-qara-soz', 'kazakh']),
    ...books(['w-hamlet', 'world'], ['w-robinson-crusoe', 'world'], ['w-martin-eden', 'world']),
    ...books(['g-cosmos', 'growth'], ['g-seven-habits', 'growth'], ['g-physics-for-fun', 'growth']),
    ...[...trip(3), work('2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09')],
    results(['gold-run-1000', 1], ['gold-push-ups', 99], ['gold-run-60', 1], ['gold-bend', 99]),
  ],
} satisfies Readonly<Record<string, readonly BadgePart[]>>;

/** Each choice of the longer term, with each way of heritage; the weeks of sport, talent and heritage beside it. */
const choices = [
  ...(['sport', 'talent'] as const).flatMap((longer) =>
    (['shorter', 'longer', 'book'] as const).map((heritage) => ({ longer, heritage })),
  ),
];

describe.each([
  ['silver', 13, 26],
  ['gold', 26, 39],
] as const)('B-28, B-29: %s', (level, shorter, longest) => {
  const needs = ({ longer, heritage }: (typeof choices)[number]) => ({
    sport: longer === 'sport' ? longest : shorter,
    talent: longer === 'talent' ? longest : shorter,
    heritage: heritage === 'book' ? 0 : heritage === 'longer' ? longest : shorter,
  });
  const agreed = ({ longer, heritage }: (typeof choices)[number]): Measured => {
    const schedule = { longer, heritageLonger: heritage === 'longer' } as Measured['schedule'];
    return measured(level, undefined, { longer, schedule });
  };
  const journal = (need: ReturnType<typeof needs>) => [
    ...besides[level],
    ...[...weeks('sport', need.sport), ...weeks('talent', need.talent)],
    ...(need.heritage > 0 ? weeks('heritage', need.heritage) : [extraBook('kz-aqbilek')]),
  ];

  it.each(choices)('is whole with the longer term for $longer, heritage: $heritage', async (choice) => {
    const need = needs(choice);
    const { rating, evaluation } = await standing(journal(need), agreed(choice));
    expect([rating, evaluation.outcome]).toEqual([100, 'met']);
    for (const direction of ['sport', 'talent', 'heritage'] as const) {
      if (need[direction] === 0) continue;
      const short = await standing(journal({ ...need, [direction]: need[direction] - 1 }), agreed(choice));
      expect(short.percents[direction]).toBeLessThan(100);
    }
  });
});

describe('B-30: weeks', () => {
  it('are ISO weeks of 60 minutes, from one entry or several', async () => {
    const of = async (...minutes: readonly number[]) => {
      const days = minutes.map((each, at) => ({
        ...{ kind: 'lesson' as const, round: 1, direction: 'talent' as const, minutes: each },
        date: addDays(FIRST, at),
      }));
      return (await standing(days)).percents.talent;
    };
    expect([await of(59), await of(60), await of(30, 30), await of(29, 30)]).toEqual([0, 7.69, 7.69, 0]);
    // Sunday and the Monday after it are two weeks.
    const apart = [...weeks('talent', 1, 30), { ...weeks('talent', 1, 30)[0], date: addDays(FIRST, 7) }];
    expect((await standing(apart as BadgePart[])).percents.talent).toBe(0);
  });

  it('that were excused neither count nor break anything', async () => {
    const excused = measured('bronze', undefined, { excusedWeeks: ['2026-W41'] });
    expect((await standing(weeks('talent', 3), excused)).percents.talent).toBe(15.38);
  });
});

it('B-32: counts an extra book of heritage once, and not among those of reading', async () => {
  const two = books(['kz-abai-zholy', 'kazakh'], ['w-hamlet', 'world']);
  const { percents } = await standing([...two, extraBook('kz-ulpan')]);
  expect(percents).toMatchObject({ reading: 77.78, heritage: 100 });
  // A book that counts for reading is no extra one, whichever direction it was written down for besides.
  const twice = await standing([...threeBooks, extraBook('kz-abai-zholy')]);
  expect(twice.percents.reading).toBe(100);
  expect(twice.percents.heritage).toBeLessThan(100);
});

it('B-33: sport is not done, whatever the weeks, until the standard is met, and says so', async () => {
  const noStandard = without((part) => part.kind === 'standard');
  const { percents, evaluation } = await standing([...noStandard, ...weeks('sport', 30)]);
  expect(percents.sport).toBe(50);
  expect(evaluation.reasons.map(({ code }) => code)).toEqual(['badge.sport-standard-not-met']);
  // Each ability of the level has to be shown, by one exercise of it.
  const partly = [...noStandard, results(['bronze-run-1000', 331], ['bronze-push-ups', 40])];
  expect((await standing(partly)).percents.sport).toBe(50);
  const later = results(['bronze-swim-50', 80], ['bronze-run-60', 11], ['bronze-bend', 9]);
  expect((await standing([...partly, later])).percents.sport).toBe(100);
});

it('B-34: a participant with a disability is measured by the adapted standards', async () => {
  const adapted = measured('bronze', ['sport'], { profile: 'mobility' });
  const own = results(['bronze-m-wheel-500', 420], ['bronze-m-ball-throw', 250], ['bronze-m-reach', 3]);
  expect((await standing([...weeks('sport', 13), own], adapted)).rating).toBe(100);
  expect((await standing([...weeks('sport', 13), standardsMet], adapted)).rating).toBe(50);
});

it('B-42: the rating is the sum of the percentages over the number of directions', async () => {
  const three = measured('bronze', ['talent', 'volunteering', 'tourism']);
  const parts = [...weeks('talent', 13), ...trip(1)];
  const { percents, rating } = await standing(parts, three);
  expect(percents).toEqual({ talent: 100, volunteering: 0, tourism: 50 });
  expect(rating).toBe(50);
});

it('B-10: a direction neither chosen nor mandatory does not lower the rating', async () => {
  expect((await standing(weeks('talent', 13), measured('bronze', ['talent']))).rating).toBe(100);
});

it('B-43: points are counted over all directions beside the percentage', async () => {
  // 52 weeks of 10, three books of 30, two days of 20, the standard of 50.
  expect((await standing(whole)).points).toBe(52 * 10 + 3 * 30 + 2 * 20 + 50);
  const more = await standing([...whole, ...weeks('talent', 20)]);
  expect([more.rating, more.points]).toEqual([100, 59 * 10 + 3 * 30 + 2 * 20 + 50]);
});

it('counts days of one expedition in a row, and days of work once', async () => {
  const apart = [
    ...trip(1),
    ...trip(1, 'бурабай', addDays(FIRST, 2)),
    ...trip(1, 'шарын', addDays(FIRST, 1)),
  ];
  expect((await standing(apart)).percents.tourism).toBe(50);
  const gold = measured('gold', ['work']);
  const days = ['2026-10-05', '2026-10-06', '2026-12-01'];
  expect((await standing([work(...days), work('2026-10-06')], gold)).percents.work).toBe(60);
});

it('leaves entries of an earlier round out', async () => {
  const again = measured('bronze', ['talent'], { round: 2 });
  expect((await standing(weeks('talent', 13), again)).rating).toBe(0);
});

it('says what is missing in words, with the ways of which one is enough', async () => {
  const words = missingInWords(
    await standingOf(stage.ctx, measured('bronze', ['talent', 'heritage']), weeks('talent', 12)),
  );
  expect(words[0]).toMatchObject({ key: 'rules:badge.talent-weeks-short', params: { have: 12, need: 13 } });
  expect(words[1]?.options?.map((way) => way.map(({ key }) => key))).toEqual([
    ['rules:badge.heritage-weeks-short'],
    ['rules:badge.extra-book-missing', 'rules:badge.extra-kazakh-book-missing'],
  ]);
});
