// Seats: as many as were opened and no more, one a holder, given back only by name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeSeat, openSeats, seats, seatsLeft, takeSeat } from '../../../../engine/store/seats.ts';
import { type Ground, NOW, openGround } from '../../../support/credit/ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

let names = 0;
async function open(capacity: number): Promise<string> {
  names += 1;
  const id = `credit.place/${names}`;
  await openSeats(ground.ctx, id, capacity);
  return id;
}
const stored = (id: string) => seats.on(ground.ctx.db).collection.findOne({ _id: id as never });

describe('opening', () => {
  it('gives so many', async () => {
    const id = await open(3);
    expect(await stored(id)).toEqual({ _id: id, capacity: 3, left: 3, holders: [] });
  });

  it('again changes nothing', async () => {
    const id = await open(2);
    await takeSeat(ground.ctx, id, 'first');
    await openSeats(ground.ctx, id, 9);
    expect(await stored(id)).toMatchObject({ capacity: 2, left: 1, holders: [{ id: 'first' }] });
  });
});

describe('taking', () => {
  it('ends with the last one', async () => {
    const id = await open(2);
    const answers = [];
    for (const holder of ['a', 'b', 'c']) answers.push(await takeSeat(ground.ctx, id, holder));
    expect(answers).toEqual(['taken', 'taken', 'full']);
    const holders = ['a', 'b'].map((each) => ({ id: each, at: new Date(NOW) }));
    expect(await stored(id)).toEqual({ _id: id, capacity: 2, left: 0, holders });
  });

  it('again for the same holder is the same seat, also the last one', async () => {
    const id = await open(2);
    for (const holder of ['a', 'a', 'b', 'a', 'b'])
      expect(await takeSeat(ground.ctx, id, holder)).toBe('taken');
    expect(await stored(id)).toMatchObject({ left: 0, holders: [{ id: 'a' }, { id: 'b' }] });
  });

  it('by many at a time never overruns', async () => {
    const id = await open(3);
    const holders = Array.from({ length: 12 }, (_, index) => `h${index}`);
    const answers = await Promise.all(holders.map((holder) => takeSeat(ground.ctx, id, holder)));
    expect(answers.filter((each) => each === 'taken')).toHaveLength(3);
    expect((await stored(id))?.left).toBe(0);
  });

  it('what was never opened is full, whoever holds elsewhere', async () => {
    await takeSeat(ground.ctx, await open(1), 'elsewhere');
    expect(await takeSeat(ground.ctx, 'credit.place/none', 'elsewhere')).toBe('full');
  });
});

describe('freeing', () => {
  it('gives back the holder’s one, once', async () => {
    const id = await open(2);
    const other = await open(2);
    for (const seat of [id, other]) for (const holder of ['a', 'b']) await takeSeat(ground.ctx, seat, holder);
    await freeSeat(ground.ctx, id, 'a');
    await freeSeat(ground.ctx, id, 'a');
    expect(await stored(id)).toMatchObject({ capacity: 2, left: 1, holders: [{ id: 'b' }] });
    expect(await stored(other)).toMatchObject({ left: 0, holders: [{ id: 'a' }, { id: 'b' }] });
    expect(await takeSeat(ground.ctx, id, 'c')).toBe('taken');
  });

  it('what is not held frees nothing', async () => {
    const id = await open(1);
    await takeSeat(ground.ctx, id, 'a');
    await freeSeat(ground.ctx, id, 'stranger');
    expect(await takeSeat(ground.ctx, id, 'late')).toBe('full');
  });
});

it('left are those of the ids that were asked for', async () => {
  const [some, none, other] = [await open(4), await open(1), await open(7)];
  await takeSeat(ground.ctx, some, 'a');
  await takeSeat(ground.ctx, none, 'a');
  const left = await seatsLeft(ground.ctx, [some, none, 'credit.place/unknown']);
  expect([...left].sort()).toEqual(
    [
      [some, 3],
      [none, 0],
    ].sort(),
  );
  expect(left.has(other)).toBe(false);
  expect(await seatsLeft(ground.ctx, [])).toEqual(new Map());
});
