// One chat sends (in full) a thousand words, a hundred photos and a thousand taps on an old button, as fast as they can
// be stored. Others are answered meanwhile, its own order is kept, everything is answered, and nothing piles up in memory.
import { afterEach, expect, it } from 'vitest';
import { incomingOf, type Wish } from '../../../bot/adapters/web/incoming.ts';
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { nextOrder } from '../../../engine/store/web-chat.ts';
import { keepWebFile } from '../../../engine/store/web-files.ts';
import { countOf } from '../../support/run/counts.ts';
import { samplePhoto } from '../../support/telegram/index.ts';
import { openWorld, type World } from '../../support/world/world.ts';

const WORDS = countOf('flood');
const PHOTOS = WORDS / 10;
const TAPS = WORDS;
const MOST_GROWTH = 150 * 1024 ** 2;

let world: World;
afterEach(() => world.close(), 60_000);

it('holds up nobody else, and is dealt with in its order', async () => {
  const desk = 'participant';
  const at: { receiver?: Receiver } = {};
  const through = (receivers: readonly Receiver[], which: string) => {
    const [first] = receivers;
    if (!first) throw new RangeError('a desk needs a receiver');
    if (which === desk) at.receiver = first;
    return first;
  };
  world = await openWorld('web', { receiving: { receivers: 1, through } });
  const flooder = world.person('Flood', desk, 'ru');
  await flooder.say('/start');
  const greeted = await flooder.hears('common:welcome.greeting');
  const address = { desk, channel: 'web', chat: 'test-Flood' } as const;
  const chat = chatKey(address);
  const wishes = await floodOn(chat, greeted.id);
  const heap = process.memoryUsage().heapUsed;
  const first = await nextOrder(world.ctx, chat);
  for (const [index, wish] of wishes.entries()) {
    const sentAt = world.ctx.clock.now();
    const rest = { ownMessage: null, languageTag: 'ru', sentAt };
    await at.receiver?.accept(incomingOf({ id: newId(), order: first + index, address, wish, ...rest }));
  }
  const inbox = world.ctx.db.collection('inbox');
  const waiting = () => inbox.countDocuments({ chat, state: 'waiting' });
  const other = world.person('Other', desk, 'kk');
  await other.say('/start');
  await other.hears('common:welcome.greeting');
  // The flood was still going on when somebody else had their answer.
  expect(await waiting()).toBeGreaterThan(0);
  await expect.poll(waiting, { timeout: 600_000, interval: 200 }).toBe(0);
  expect(process.memoryUsage().heapUsed - heap).toBeLessThan(MOST_GROWTH);
  const ended = await inbox
    .find({ ...readsAll, chat } as never)
    .sort({ order: 1 })
    .toArray();
  expect(ended).toHaveLength(wishes.length + 1);
  expect(ended.filter(({ state, attempts }) => state !== 'done' || attempts > 0)).toEqual([]);
  const times = ended.map(({ endedAt }) => endedAt.getTime());
  expect(times).toEqual(times.toSorted((one, another) => one - another));
}, 660_000);

async function floodOn(chat: string, message: string): Promise<readonly Wish[]> {
  const [shown] = await world.ctx.db.collection('web_messages').find({ chat, from: 'qadam' }).toArray();
  const data: string = shown?.buttons.flat()[0].data;
  const id = await keepWebFile(world.ctx, samplePhoto(7, 64, 48));
  const about = { size: 500, mime: 'image/png', name: 'photo.png', group: null };
  return [
    ...Array.from({ length: WORDS }, (_, n): Wish => ({ kind: 'text', text: `word ${n}` })),
    ...Array.from(
      { length: PHOTOS },
      (): Wish => ({
        kind: 'file',
        file: { kind: 'photo', id, ...about },
        caption: '',
      }),
    ),
    ...Array.from({ length: TAPS }, (): Wish => ({ kind: 'tap', message, data })),
  ];
}
