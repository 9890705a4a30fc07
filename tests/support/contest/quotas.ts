// Many submissions at once, to every college and every region, and what the seats hold afterwards. A small round in `npm test`;
// the campaign plays it large, again and again.

import type { ManualClock } from '../../../engine/kernel/clock.ts';
import { passNomination, sendNomination } from '../../../engine/programmes/contest/programme.ts';
import { nominations } from '../../../engine/programmes/contest/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { seats } from '../../../engine/store/seats.ts';
import { college, command, departmentOf, officerOf } from './people.ts';
import { ranked, standing } from './stages.ts';

export interface Round {
  /** Names its colleges, so that rounds do not meet. */
  readonly round: number;
  readonly colleges: number;
  readonly perCollege: number;
  readonly regions: number;
  readonly perRegion: number;
}

export interface Played {
  /** Seats with more holders than they may have, or other holders than the nominations say. */
  readonly overruns: readonly string[];
  readonly sent: number;
  readonly passed: number;
}

/** Regions of the edition. */
export const regionCodes = [
  '10',
  '11',
  '15',
  '23',
  '27',
  '31',
  '33',
  '35',
  '39',
  '43',
  '47',
  '55',
  '59',
  '61',
  '62',
  '63',
  '71',
  '75',
  '79',
  '19',
];

/** How many hold a seat. */
export async function inSeats(ctx: EngineContext, id: string): Promise<number> {
  return (await seats.on(ctx.db).findById(id).lean())?.holders.length ?? 0;
}

export async function playQuotas(ctx: EngineContext, wanted: Round): Promise<Played> {
  const clock = ctx.clock as ManualClock;
  const scene = await prepare(ctx, wanted);
  clock.set('2026-10-01T06:00:00Z');
  await sendAll(ctx, scene);
  clock.set('2026-10-10T06:00:00Z');
  await passAll(ctx, scene);
  return judged(ctx, wanted, scene.places);
}

/** Who is sent and passed on, each with the college or region that does it; and the colleges. */
export interface Scene {
  readonly sendings: readonly { readonly id: string; readonly at: string }[];
  readonly passings: readonly { readonly id: string; readonly at: string }[];
  readonly places: readonly string[];
}

/** All at once. */
export const sendAll = (ctx: EngineContext, { sendings }: Pick<Scene, 'sendings'>) =>
  Promise.all(sendings.map(({ id, at }) => sendNomination(ctx, command(officerOf(at)), id)));

export const passAll = (ctx: EngineContext, { passings }: Pick<Scene, 'passings'>) =>
  Promise.all(passings.map(({ id, at }) => passNomination(ctx, command(departmentOf(at)), id)));

async function prepare(
  ctx: EngineContext,
  { round, colleges, perCollege, regions, perRegion }: Round,
): Promise<Scene> {
  const sendings: { id: string; at: string }[] = [];
  const passings: { id: string; at: string }[] = [];
  const places: string[] = [];
  for (let n = 0; n < colleges; n += 1) {
    const at = `r${round}c${n}`;
    places.push(at);
    await college(ctx, at, '79');
    for (const id of await standing(ctx, perCollege, { state: 'chosen' }, { college: at }))
      sendings.push({ id, at });
  }
  for (const code of regionCodes.slice(0, regions)) {
    const at = `r${round}g${code}`;
    await college(ctx, at, code);
    const set = { state: 'not-passed', placings: ranked(1, ctx.clock.now()) } as const;
    for (const id of await standing(ctx, perRegion, set, { college: at })) passings.push({ id, at: code });
  }
  return { sendings, passings, places };
}

export async function judged(
  ctx: EngineContext,
  { regions }: Round,
  places: readonly string[],
): Promise<Played> {
  const ids = [
    ...places.map((at) => `contest.college/2026/${at}`),
    ...regionCodes.slice(0, regions).map((code) => `contest.region/2026/${code}`),
  ];
  const overruns: string[] = [];
  const counts = { sent: 0, passed: 0 };
  for (const id of ids) {
    const seat = await seats.on(ctx.db).findById(id).lean();
    const field = id.startsWith('contest.college/') ? 'collegeSeat' : 'regionSeat';
    const held = await nominations
      .raw(ctx.db)
      .countDocuments({ [field]: { $in: seat?.holders.map((each) => each.id) ?? [] } } as never, {
        hint: { _id: 1 },
      });
    const holders = seat?.holders.length ?? 0;
    if (!seat || holders > seat.capacity || seat.left !== seat.capacity - holders || held !== holders)
      overruns.push(id);
    counts[field === 'collegeSeat' ? 'sent' : 'passed'] += holders;
  }
  return { overruns, ...counts };
}
