// The room of progress with a kind of its own: an entry counts once, whatever arrives and in whichever order, and what has
// drifted is put right by building it anew.
import { expect, it } from 'vitest';
import { AppError } from '../../../engine/kernel/errors.ts';
import { countEntry, counts } from '../../../engine/progress/count.ts';
import type { Counted, ProgressKind } from '../../../engine/progress/kind.ts';
import { rebuildProgress } from '../../../engine/progress/rebuild.ts';
import { aheadOf, averagesOf, boardOf, sumOf, sumsOf } from '../../../engine/progress/see.ts';
import { progressSums } from '../../../engine/progress/store.ts';
import { sumUp } from '../../../engine/progress/sum-up.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine();

/** Glasses of water: an entry counts for so many, an owner stands in a group. */
function glasses() {
  const entries = new Map<string, Counted>();
  const groups = new Map<string, readonly string[]>();
  const kind: ProgressKind = {
    id: 'glasses',
    count: async (_ctx, entry) => {
      const counted = entries.get(entry);
      if (!counted) throw new AppError('not-found', `no ${entry}`);
      return counted;
    },
    sum: async (_ctx, owner, parts) => {
      const own = groups.get(owner);
      if (!own) return null;
      const drunk = parts.reduce((total, { n }) => total + Number(n), 0);
      return { groups: own, score: drunk, figures: { drunk }, details: { of: 10 } };
    },
    async *entries() {
      yield* entries.keys();
    },
    async *owners() {
      yield* groups.keys();
    },
  };
  const drink = (entry: string, owner: string, order: number, n: number | null) =>
    entries.set(entry, { owner, order, part: n === null ? null : { n } });
  return { kind, entries, groups, drink };
}

const scoreOf = async (owner: string) => (await sumOf(stage.ctx, 'glasses', owner))?.score;

it('counts an entry once however often its event arrives, and takes it back', async () => {
  const { kind, groups, drink } = glasses();
  groups.set('a', ['town']);
  const follow = counts(kind, ({ entry }: { entry: string }) => entry);
  drink('e1', 'a', 1, 2);
  for (let time = 0; time < 3; time += 1) await follow(stage.ctx, { data: { entry: 'e1' } });
  expect(await scoreOf('a')).toBe(2);
  drink('e2', 'a', 1, 5);
  await countEntry(stage.ctx, kind, 'e2');
  drink('e1', 'a', 2, null);
  await countEntry(stage.ctx, kind, 'e1');
  expect(await scoreOf('a')).toBe(5);
});

it('lets no older reading replace a newer one', async () => {
  const { kind, groups, drink } = glasses();
  groups.set('a', []);
  drink('e1', 'a', 3, 7);
  await countEntry(stage.ctx, kind, 'e1');
  drink('e1', 'a', 2, 1);
  await countEntry(stage.ctx, kind, 'e1');
  expect(await scoreOf('a')).toBe(7);
});

it('sums up right when many entries are counted at the same time', async () => {
  const { kind, groups, drink } = glasses();
  groups.set('a', []);
  const names = Array.from({ length: 12 }, (_, index) => `e${index}`);
  for (const name of names) drink(name, 'a', 1, 1);
  await Promise.all(names.map((name) => countEntry(stage.ctx, kind, name)));
  expect(await scoreOf('a')).toBe(12);
});

it('orders boards, counts who is ahead and averages over those to whom a figure applies', async () => {
  const { kind, groups, drink } = glasses();
  for (const [owner, town, n] of [
    ['a', 'north', 1],
    ['b', 'north', 4],
    ['c', 'south', 9],
  ] as const) {
    groups.set(owner, [town]);
    drink(`${owner}1`, owner, 1, n);
    await countEntry(stage.ctx, kind, `${owner}1`);
  }
  expect((await boardOf(stage.ctx, 'glasses', ['north'], 10)).map(({ owner }) => owner)).toEqual(['b', 'a']);
  expect((await boardOf(stage.ctx, 'glasses', ['all'], 2)).map(({ owner }) => owner)).toEqual(['c', 'b']);
  expect(await aheadOf(stage.ctx, 'glasses', ['all'], 4)).toBe(1);
  expect(await averagesOf(stage.ctx, 'glasses', ['north'], ['drunk', 'spilt'])).toEqual({
    ...{ n: 2, score: 2.5 },
    figures: { drunk: 2.5 },
  });
  expect(await averagesOf(stage.ctx, 'glasses', ['west'], ['drunk'])).toEqual({
    n: 0,
    score: null,
    figures: {},
  });
  expect([...(await sumsOf(stage.ctx, 'glasses', ['a', 'c', 'x'])).keys()].sort()).toEqual(['a', 'c']);
});

it('builds all anew without drift, and puts right what has drifted or is gone', async () => {
  const { kind, entries, groups, drink } = glasses();
  for (const owner of ['a', 'b']) {
    groups.set(owner, ['town']);
    drink(`${owner}1`, owner, 1, 3);
    await countEntry(stage.ctx, kind, `${owner}1`);
  }
  expect(await rebuildProgress(stage.ctx, kind)).toEqual({ entries: 2, owners: 2, drifted: 0 });
  await progressSums.on(stage.ctx.db).updateOne({ _id: 'glasses/a' }, { $set: { score: 99 } });
  expect(await rebuildProgress(stage.ctx, kind)).toMatchObject({ drifted: 1 });
  expect(await scoreOf('a')).toBe(3);
  entries.delete('b1');
  groups.delete('a');
  expect(await rebuildProgress(stage.ctx, kind)).toEqual({ entries: 1, owners: 2, drifted: 2 });
  expect([await scoreOf('a'), await scoreOf('b')]).toEqual([undefined, 0]);
  expect(await sumUp(stage.ctx, kind, 'a')).toBe(false);
});
