// Seats are never overrun: 1,000 at once for 100 places, with two broken ways of taking one to prove that it would show.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreContext } from '../../../engine/store/context.ts';
import { freeSeat, openSeats, seats, seatsLeft, takeSeat } from '../../../engine/store/seats.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openWorld, together, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(emptyDatabase());
});
afterAll(() => world.close());

type Take = typeof takeSeat;

const CAPACITY = 100;
const PEOPLE = 1_000;

/** What is wrong after 1,000 people reached for 100 places, each of every tenth twice. */
async function faultsOf(id: string, take: Take): Promise<readonly string[]> {
  await openSeats(world.ctx, id, CAPACITY);
  const holder = (n: number) => `holder-${n % 10 === 9 ? n - 1 : n}`;
  const outcomes = await together(PEOPLE, async (n) => ({
    holder: holder(n),
    got: await take(world.ctx, id, holder(n)),
  }));
  const seat = await seats.on(world.ctx.db).findById(id).lean();
  const holders = seat?.holders.map((each) => each.id) ?? [];
  const told = new Set(outcomes.filter(({ got }) => got === 'taken').map((each) => each.holder));
  const faults: string[] = [];
  if (holders.length > CAPACITY) faults.push('overrun');
  if (holders.length < CAPACITY) faults.push('places left empty');
  if (new Set(holders).size !== holders.length) faults.push('one holder with two seats');
  if ((seat?.left ?? 0) + holders.length !== CAPACITY) faults.push('the count and the holders differ');
  if (told.size !== new Set(holders).size || holders.some((each) => !told.has(each)))
    faults.push('told wrongly');
  return faults;
}

/** Resolves for all when as many wait for it as there are people: nobody is ahead by chance. */
function meetingPoint(): () => Promise<void> {
  let missing = PEOPLE;
  let open = (): void => undefined;
  const together = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing === 0) open();
    return together;
  };
}

const allHaveLooked = meetingPoint();

/** Broken: looks first and writes afterwards. */
async function checkThenWrite(ctx: StoreContext, id: string, holder: string): Promise<'taken' | 'full'> {
  const seat = await seats.on(ctx.db).findById(id).lean();
  await allHaveLooked();
  if (!seat || seat.left <= 0) return 'full';
  if (seat.holders.some((each) => each.id === holder)) return 'taken';
  const taken = [...seat.holders, { id: holder, at: ctx.clock.now() }];
  await seats.on(ctx.db).updateOne({ _id: id }, { $set: { left: seat.left - 1, holders: taken } });
  return 'taken';
}

/** Broken: guards the number of places, but not that a holder has one already. */
async function withoutHolder(ctx: StoreContext, id: string, holder: string): Promise<'taken' | 'full'> {
  const update = { $inc: { left: -1 }, $push: { holders: { id: holder, at: ctx.clock.now() } } };
  const outcome = await seats
    .on(ctx.db)
    .collection.updateOne({ _id: id, left: { $gt: 0 } } as never, update as never);
  return outcome.matchedCount === 1 ? 'taken' : 'full';
}

describe('1,000 people at once for 100 places', () => {
  it('get exactly 100, one each, and are told the truth', async () => {
    expect(await faultsOf('right', takeSeat)).toEqual([]);
  }, 60_000);

  it('would overrun them if a seat were taken by looking first', async () => {
    expect(await faultsOf('look-first', checkThenWrite)).not.toEqual([]);
  }, 60_000);

  it('would hold two seats each if the holder were not part of the guard', async () => {
    expect(await faultsOf('no-holder', withoutHolder)).toContain('one holder with two seats');
  }, 60_000);
});

describe('a seat', () => {
  it('asked for again by its holder is the same seat', async () => {
    await openSeats(world.ctx, 'again', 2);
    const outcomes = await together(20, () => takeSeat(world.ctx, 'again', 'one'));
    expect(new Set(outcomes)).toEqual(new Set(['taken']));
    expect(await seatsLeft(world.ctx, ['again', 'never-opened'])).toEqual(new Map([['again', 1]]));
  });

  it('freed, even many times at once, makes room for exactly one', async () => {
    await openSeats(world.ctx, 'freed', 1);
    await takeSeat(world.ctx, 'freed', 'one');
    await together(20, () => freeSeat(world.ctx, 'freed', 'one'));
    await together(20, () => freeSeat(world.ctx, 'freed', 'stranger'));
    expect(await seatsLeft(world.ctx, ['freed'])).toEqual(new Map([['freed', 1]]));
    const next = await together(10, (n) => takeSeat(world.ctx, 'freed', `next-${n}`));
    expect(next.filter((each) => each === 'taken')).toHaveLength(1);
  });

  it('set opened again keeps what is taken, also when opened by many at once', async () => {
    await together(20, () => openSeats(world.ctx, 'reopened', 3));
    await takeSeat(world.ctx, 'reopened', 'one');
    await openSeats(world.ctx, 'reopened', 3);
    expect(await seatsLeft(world.ctx, ['reopened'])).toEqual(new Map([['reopened', 2]]));
  });
});
