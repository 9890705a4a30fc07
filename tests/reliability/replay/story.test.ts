// The credit story over a channel that brings every update five times at once, to two processes; then all of it again,
// in any order, at once and a day later. Each thing happens once, and nothing changes afterwards.
import { beforeAll, expect, it } from 'vitest';
import { openConversation } from '../../../bot/conversing.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { expectOutcome } from '../../story/credit/outcome.ts';
import { playCreditStory } from '../../story/credit/story.ts';
import { type Chance, chanceOf } from '../../support/crash/random.ts';
import { withStory } from '../../support/fixtures/with-story.ts';
import { type Brought, repeating } from '../../support/world/repeating.ts';
import { checkInvariants } from '../model/invariants/check.ts';
import { changes, everythingIn } from './everything.ts';

const TIMES = 5;
const channel = repeating(2, TIMES);
const world = withStory('web', 'file', { receiving: channel });
let cast: Awaited<ReturnType<typeof playCreditStory>>;
beforeAll(async () => {
  cast = await playCreditStory(world, { student: 'kk', staff: 'ru' });
});

it('goes to its end, and nobody is told anything twice', async () => {
  await expectOutcome(world);
  expect(await cast.financialCentre.count('credit-staff:card.payout')).toBe(1);
  expect(await cast.registrar.count('credit-staff:notice.recredit-granted')).toBe(1);
  const { db } = world.ctx;
  const updates = channel.brought.length;
  expect(channel.said.filter((each) => each === 'new')).toHaveLength(updates);
  expect(channel.said).toHaveLength(updates * TIMES);
  expect(await db.collection('inbox').countDocuments()).toBe(updates);
  expect(await db.collection('inbox').countDocuments({ ...readsAll, attempts: { $gt: 0 } } as never)).toBe(0);
  const told = await db
    .collection('deliveries')
    .find({ ...readsAll, state: 'sent' } as never)
    .toArray();
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter(({ attempts }) => attempts > 1)).toEqual([]);
  // A notice has a message of its own; what settles it stands in the same one.
  const notices = told.filter(({ kind }) => kind === 'send');
  const shown = notices.map(({ chat, messageId }) => `${chat} ${messageId}`);
  expect(new Set(shown).size).toBe(shown.length);
}, 60_000);

it.each([
  ['at once', 31, 0],
  ['a day later', 32, DAY],
])(
  'remembers the same when everything comes again, in any order, %s',
  async (_when, seed, later) => {
    await world.clock.advance(later);
    await rest();
    const before = await everythingIn(world.ctx.db);
    await Promise.all(shuffled(channel.brought, chanceOf(seed)).map(channel.again));
    await rest();
    expect(changes(before, await everythingIn(world.ctx.db))).toEqual([]);
  },
  60_000,
);

it('remembers the same when a slow process handles what another has handled', async () => {
  const conversation = await openConversation(world.ctx);
  const noFile = () => Promise.reject(new Error('nothing is fetched for what was handled'));
  const before = await everythingIn(world.ctx.db);
  const turns = await Promise.all(
    [...lastOfEachChat(channel.brought)].flatMap((update) =>
      Array.from({ length: TIMES }, () => conversation.turn(update, noFile)),
    ),
  );
  expect(turns.length).toBeGreaterThan(TIMES);
  await rest();
  expect(changes(before, await everythingIn(world.ctx.db))).toEqual([]);
}, 60_000);

async function rest(): Promise<void> {
  await channel.idle();
  const broken = () => checkInvariants(world.ctx.db, { atRest: true });
  await expect.poll(broken, { timeout: 30_000 }).toEqual([]);
}

/** The last few: what a chat remembers of them is bounded. */
function* lastOfEachChat(brought: readonly Brought[]) {
  const updates = brought.map(({ update }) => update);
  for (const chat of new Set(updates.map(({ address }) => chatKey(address))))
    yield* updates.filter(({ address }) => chatKey(address) === chat).slice(-3);
}

function shuffled<T>(items: readonly T[], chance: Chance): readonly T[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
