// The quotas are hard: never a fourth nominee of a college nor an eleventh of a region, however many are sent at once; a seat
// that was given up is free. The campaign plays the same in rounds, with crashes in between.
import { expect, it } from 'vitest';
import {
  editionOf,
  nominationOf,
  openEdition,
  passNomination,
  sendNomination,
  withdrawNomination,
} from '../../../engine/programmes/contest/programme.ts';
import { reconcileSeats } from '../../../engine/programmes/contest/sweeping.ts';
import { seats } from '../../../engine/store/seats.ts';
import {
  codesOf,
  college,
  command,
  departmentOf,
  officerOf,
  operator,
  unwrap,
} from '../../support/contest/people.ts';
import { inSeats, playQuotas } from '../../support/contest/quotas.ts';
import { ranked, standing } from '../../support/contest/stages.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('file', { start: '2026-10-01T06:00:00Z' });

/** Nominations are made in September and sent in October. */
async function chosenAt(at: string, count: number): Promise<readonly string[]> {
  engine.clock.set('2026-09-01T06:00:00Z');
  await college(engine.ctx, at);
  const ids = await standing(engine.ctx, count, { state: 'chosen' }, { college: at });
  engine.clock.set('2026-10-01T06:00:00Z');
  return ids;
}

const send = (id: string, at: string) => sendNomination(engine.ctx, command(officerOf(at)), id);

it('C-16: a college sends three students; the fourth is refused', async () => {
  const ids = await chosenAt('three', 4);
  const results = [];
  for (const id of ids) results.push(await send(id, 'three'));
  expect(results.map(codesOf)).toEqual([[], [], [], ['contest.college-full']]);
  expect((await nominationOf(engine.ctx, ids[3] ?? '')).state).toBe('reserve');
});

it('C-16: two people send the last seat in the same moment, and one of them has it', async () => {
  const ids = await chosenAt('moment', 4);
  for (const id of ids.slice(0, 2)) unwrap(await send(id, 'moment'));
  const both = await Promise.all(ids.slice(2).map((id) => send(id, 'moment')));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.flatMap(codesOf)).toEqual(['contest.college-full']);
});

it('C-16: the same nominee, sent twice at once, has one seat', async () => {
  const [id = ''] = await chosenAt('twice', 1);
  await Promise.all([send(id, 'twice'), send(id, 'twice')]);
  expect(await inSeats(engine.ctx, 'contest.college/2026/twice')).toBe(1);
});

it('C-18: withdrawing one frees a seat, for the next who is sent', async () => {
  const { ctx } = engine;
  const ids = await chosenAt('again', 4);
  for (const id of ids.slice(0, 3)) unwrap(await send(id, 'again'));
  expect(codesOf(await send(ids[3] ?? '', 'again'))).toEqual(['contest.college-full']);
  unwrap(await withdrawNomination(ctx, command(officerOf('again')), ids[0] ?? ''));
  expect(codesOf(await send(ids[3] ?? '', 'again'))).toEqual([]);
  expect(await inSeats(ctx, 'contest.college/2026/again')).toBe(3);
});

it('C-26: a region passes ten on; the eleventh is refused, also when twelve are passed at once', async () => {
  const { ctx, clock } = engine;
  clock.set('2026-09-01T06:00:00Z');
  await college(ctx, 'ten', '75');
  const at = clock.now();
  const ids: string[] = [];
  for (let rank = 1; rank <= 12; rank += 1) {
    // One place for all: nobody has to wait for another.
    const set = { state: 'not-passed', placings: ranked(1, at) } as const;
    ids.push(...(await standing(ctx, 1, set, { college: 'ten' })));
  }
  clock.set('2026-10-10T06:00:00Z');
  const results = await Promise.all(ids.map((id) => passNomination(ctx, command(departmentOf('75')), id)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(10);
  expect(results.flatMap(codesOf)).toEqual(['contest.region-full', 'contest.region-full']);
  expect(await inSeats(ctx, 'contest.region/2026/75')).toBe(10);
});

it('C-27: the cities have quotas of their own beside the regions: 14 + 3 in 2019, 17 + 3 today', async () => {
  const { ctx } = engine;
  const cities = ['71', '75', '79'];
  const of = async (id: string) => {
    const { regions, seats: quota } = await editionOf(ctx, id);
    return {
      regions: regions.filter((each) => !cities.includes(each)).length,
      cities: cities.every((each) => regions.includes(each)),
      quota,
    };
  };
  expect(await of('2019')).toEqual({ regions: 14, cities: true, quota: { college: 3, region: 10 } });
  expect(await of('2026')).toEqual({ regions: 17, cities: true, quota: { college: 3, region: 10 } });
  // Almaty and the region around it fill their seats apart.
  engine.clock.set('2026-09-01T06:00:00Z');
  await college(ctx, 'oblast', '19');
  const [id = ''] = await standing(
    ctx,
    1,
    { state: 'not-passed', placings: ranked(1, engine.clock.now()) },
    { college: 'oblast' },
  );
  engine.clock.set('2026-10-10T06:00:00Z');
  expect((await passNomination(ctx, command(departmentOf('19')), id)).ok).toBe(true);
  expect(await inSeats(ctx, 'contest.region/2026/19')).toBe(1);
});

it('an edition with other quotas keeps its own; the one before goes on with three', async () => {
  const { ctx, clock } = engine;
  unwrap(await openEdition(ctx, command(operator), { year: 2028, seats: { college: 1, region: 2 } }));
  clock.set('2028-09-01T06:00:00Z');
  const next = await standing(ctx, 2, { state: 'chosen' }, { college: 'three', edition: '2028' });
  expect(codesOf(await send(next[0] ?? '', 'three'))).toEqual([]);
  expect(codesOf(await send(next[1] ?? '', 'three'))).toEqual(['contest.college-full']);
  expect((await seats.on(ctx.db).findById('contest.college/2026/three').lean())?.capacity).toBe(3);
});

it('gives back a seat that nobody holds any more, and no other', async () => {
  const { ctx } = engine;
  const [id = ''] = await chosenAt('leak', 1);
  unwrap(await send(id, 'leak'));
  const leaked = { id: `${id}.gone`, at: ctx.clock.now() };
  await seats
    .on(ctx.db)
    .updateOne({ _id: 'contest.college/2026/leak' }, { $inc: { left: -1 }, $push: { holders: leaked } });
  await reconcileSeats(ctx);
  expect(await inSeats(ctx, 'contest.college/2026/leak')).toBe(1);
});

it('colleges and regions at once, each with more than it may: no race overruns one', {
  timeout: 60_000,
}, async () => {
  engine.clock.set('2026-09-01T06:00:00Z');
  const played = await playQuotas(engine.ctx, {
    round: 0,
    colleges: 4,
    perCollege: 6,
    regions: 2,
    perRegion: 14,
  });
  expect(played).toEqual({ overruns: [], sent: 12, passed: 20 });
});
