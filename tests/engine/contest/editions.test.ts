// Editions: those that ship, those that an operator opens, and that none reaches into another.
import { expect, it } from 'vitest';
import {
  allEditions,
  editionOf,
  editionOn,
  nominationOf,
  openEdition,
  reportedFor,
} from '../../../engine/programmes/contest/programme.ts';
import { editions } from '../../../engine/programmes/contest/store.ts';
import {
  codesOf,
  college,
  command,
  nominee,
  officerOf,
  operator,
  person,
  unwrap,
} from '../../support/contest/people.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('file', { start: '2026-09-01T06:00:00Z' });

const days = {
  ...{ announced: '01-01', internalEnds: '09-30', submissionEnds: '10-05', regionalEnds: '10-15' },
  ...{ packageEnds: '10-20', republicanBegins: '10-20', republicanEnds: '12-31' },
};

it('ships the edition of 2019 and the one of this year, with the days of the regulation', async () => {
  const all = await allEditions(engine.ctx);
  expect(all.map(({ _id }) => _id)).toEqual(['2026', '2019']);
  for (const { year, calendar } of all)
    expect(calendar).toEqual(
      Object.fromEntries(Object.entries(days).map(([name, day]) => [name, `${year}-${day}`])),
    );
  expect(all.map(({ regions }) => regions.length)).toEqual([20, 17]);
  expect((await editionOn(engine.ctx, '2019-06-01'))?._id).toBe('2019');
  expect((await editionOn(engine.ctx, '2026-12-31'))?._id).toBe('2026');
  expect(await editionOn(engine.ctx, '2027-01-01')).toBeNull();
});

it('C-45: the operator changes quota and date of a new edition; the old edition still decides by its own', async () => {
  const { ctx, clock } = engine;
  await college(ctx, 'alpha');
  const before = await nominee(ctx);
  const opened = { year: 2027, seats: { college: 5, region: 12 }, calendar: { internalEnds: '2027-09-20' } };
  expect(unwrap(await openEdition(ctx, command(operator), opened))).toBe('2027');
  const next = await editionOf(ctx, '2027');
  expect(next).toMatchObject({ seats: { college: 5, region: 12 }, publicationsTarget: 20 });
  expect(next.calendar).toMatchObject({ internalEnds: '2027-09-20', submissionEnds: '2027-10-05' });
  expect(await editionOf(ctx, '2026')).toMatchObject({
    seats: { college: 3, region: 10 },
    calendar: { internalEnds: '2026-09-30' },
  });
  clock.set('2026-09-25T06:00:00Z');
  // On 25 September the old edition still takes nominations; the new one would not.
  expect((await nominationOf(ctx, await nominee(ctx))).edition).toBe('2026');
  clock.set('2027-09-25T06:00:00Z');
  await expect(nominee(ctx, { edition: '2027' })).rejects.toThrow('contest.over-internal');
  clock.set('2026-09-25T06:00:00Z');
  expect((await nominationOf(ctx, before)).state).toBe('proposed');
});

it('C-45: opens a year once, for operators only, and with days in their order', async () => {
  const { ctx } = engine;
  expect(codesOf(await openEdition(ctx, command(operator), { year: 2027 }))).toEqual([
    'contest.edition-known',
  ]);
  for (const actor of [officerOf('alpha'), person('somebody')])
    expect(codesOf(await openEdition(ctx, command(actor), { year: 2030 }))).toEqual(['common.not-allowed']);
  const wrong = { year: 2030, calendar: { submissionEnds: '2030-09-01' }, seats: { college: 0, region: 10 } };
  expect(codesOf(await openEdition(ctx, command(operator), wrong))).toEqual([
    'contest.calendar-order',
    'contest.no-seats',
  ]);
});

it('C-46: a value with the status «reported» is shown and never used until it is confirmed', async () => {
  const { ctx } = engine;
  expect(reportedFor(ctx, 2026).map(({ name, value }) => [name, value])).toEqual([
    ['nomineesPerCollege', '5'],
    ['laureateExclusionYears', '3'],
  ]);
  expect(reportedFor(ctx, 2019)).toEqual([]);
  expect(await editionOf(ctx, '2026')).toMatchObject({ seats: { college: 3 }, exclusionYears: 0 });
  unwrap(await openEdition(ctx, command(operator), { year: 2028 }));
  expect(await editionOf(ctx, '2028')).toMatchObject({ seats: { college: 3 }, exclusionYears: 0 });
});

it('C-38: an edition limits its list of laureates or does not, and declares criteria and weights beforehand', async () => {
  const { ctx } = engine;
  expect((await editionOf(ctx, '2026')).laureates).toBeNull();
  unwrap(await openEdition(ctx, command(operator), { year: 2029, laureates: 100 }));
  const limited = await editionOf(ctx, '2029');
  expect(limited.laureates).toBe(100);
  expect(limited.criteria.republic.map(({ id, weight }) => [id, weight])).toEqual([
    ['study', 30],
    ['achievements', 40],
    ['community', 20],
    ['personality', 10],
  ]);
});

it('an edition that was written down is not written anew', async () => {
  const { ctx } = engine;
  const read = async () => (await editions.on(ctx.db).findById('2026').lean())?.v;
  const before = await read();
  await Promise.all([editionOf(ctx, '2026'), allEditions(ctx), editionOf(ctx, '2026')]);
  expect(await read()).toBe(before);
});
