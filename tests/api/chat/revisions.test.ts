// The web chat's messages under races: a page that asks "what has changed since" misses nothing, whoever stalls.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  appendMessage,
  changesSince,
  latestMessages,
  nextOrder,
  replaceMessage,
  type WebMessage,
} from '../../../engine/store/web-chat.ts';
import { openWorld, together, type World } from '../../contract/store/world.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';

let world: World;
let chat = '';
let count = 0;
beforeAll(async () => {
  world = await openWorld(emptyDatabase());
});
afterAll(() => world.close());
beforeEach(() => {
  count += 1;
  chat = `participant.web.${count}`;
});

const said = (html: string, from: WebMessage['from'] = 'qadam', ref: string | null = null) =>
  appendMessage(world.ctx, chat, { from, ref, html, buttons: [], media: [] });
const replaced = (seq: number, html: string) =>
  replaceMessage(world.ctx, chat, seq, { html, buttons: [], media: [] });

/** A page: what it has read so far, by place. */
class Reader {
  readonly seen = new Map<number, string>();
  forms = 0;
  #rev = 0;

  async read(): Promise<void> {
    const { messages, rev } = await changesSince(world.ctx, chat, this.#rev);
    this.#rev = rev;
    this.forms += messages.length;
    for (const each of messages) this.seen.set(each.seq, each.html);
  }
}

const standing = async () =>
  new Map((await latestMessages(world.ctx, chat, 1_000)).map(({ seq, html }) => [seq, html]));

/** Holds back the first call of a write of the collection until it is let go. */
function stall(write: 'insertOne' | 'updateOne') {
  const { collection } = world.ctx.db.models.web_messages ?? {};
  if (!collection) throw new Error('no such collection');
  const real = collection[write].bind(collection) as (...args: unknown[]) => Promise<unknown>;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reached: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    reached = resolve;
  });
  vi.spyOn(collection, write).mockImplementationOnce((async (...args: unknown[]) => {
    reached();
    await held;
    return real(...args);
  }) as never);
  return { waiting, letGo };
}

test('a message that stalls while many others pass is not missed', async () => {
  await said('first');
  const reader = new Reader();
  const { waiting, letGo } = stall('insertOne');
  const slow = said('slow');
  await waiting;
  for (let n = 0; n < 30; n += 1) await said(`n${n}`);
  await reader.read();
  letGo();
  await slow;
  await reader.read();
  expect(reader.seen).toEqual(await standing());
});

test('a rev that a replaced message has left is not taken again', async () => {
  await said('first');
  const reader = new Reader();
  const { waiting, letGo } = stall('insertOne');
  const slow = said('slow');
  await waiting;
  for (let n = 0; n < 3; n += 1) await replaced(1, `form ${n}`);
  await reader.read();
  letGo();
  await slow;
  await reader.read();
  expect(reader.seen).toEqual(await standing());
});

test('a replacement that stalls is not missed', async () => {
  await said('first');
  const reader = new Reader();
  const { waiting, letGo } = stall('updateOne');
  const slow = replaced(1, 'replaced');
  await waiting;
  for (let n = 0; n < 30; n += 1) await said(`n${n}`);
  await reader.read();
  letGo();
  expect(await slow).toBe(true);
  await reader.read();
  expect(reader.seen.get(1)).toBe('replaced');
});

test('a page that reads all along sees what stands in the end, and no form twice', async () => {
  const reader = new Reader();
  let writing = true;
  const reading = (async () => {
    while (writing) await reader.read();
  })();
  await together(6, async (writer) => {
    for (let n = 0; n < 15; n += 1) {
      const { seq } = await said(`${writer}/${n}`);
      if (n % 3 === 0) await replaced(seq, `${writer}/${n} again`);
    }
  });
  writing = false;
  await reading;
  await reader.read();
  expect(reader.seen).toEqual(await standing());
  expect(reader.seen.size).toBe(90);
  expect(reader.forms).toBeLessThanOrEqual(120);
});

test("a person's messages arrive in the order in which the page shows them", async () => {
  await nextOrder(world.ctx, chat);
  const own = await together(10, (n) => said(`own ${n}`, 'person', `wish-number-${n}`));
  const bySeq = [...own].sort((a, b) => a.seq - b.seq).map((each) => each.order);
  expect(bySeq).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const again = await said('own again', 'person', 'wish-number-3');
  expect(again.order).toBe(own[3]?.order);
  expect((await said('answer')).order).toBeNull();
});
