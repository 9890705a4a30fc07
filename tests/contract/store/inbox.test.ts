// The inbox and the sessions: an update is accepted once, one process at a time works on a chat, no turn is overwritten.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingUpdate } from '../../../bot/dialogue/update.ts';
import { type ChatAddress, chatKey } from '../../../engine/kernel/chat.ts';
import { chatTurns } from '../../../engine/store/chat-turns.ts';
import { storedInbox } from '../../../engine/store/inbox.ts';
import { storedSessions } from '../../../engine/store/sessions.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openWorld, together, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(emptyDatabase());
});
afterAll(() => world.close());

const inbox = () => storedInbox<IncomingUpdate>(world.ctx);
let address: ChatAddress;
let count = 0;
beforeEach(() => {
  count += 1;
  address = { desk: 'participant', channel: 'telegram', chat: `${count}` };
});

const update = (order: number): IncomingUpdate => ({
  id: `${address.chat}-${order}`,
  order,
  address,
  input: { kind: 'text', text: `message ${order}` },
  ownMessage: null,
  languageTag: null,
  sentAt: '2026-03-02T06:00:00.000Z',
});

describe('the inbox', () => {
  it('accepts an update once, though it comes five times at once', async () => {
    const accepted = await together(5, () => inbox().accept(update(1)));
    expect(accepted.filter(Boolean)).toHaveLength(1);
    expect(await inbox().accept(update(1))).toBe(false);
  });

  it('does not accept again what was handled', async () => {
    await inbox().accept(update(1));
    const entry = await inbox().claim(chatKey(address), 'process-a');
    await inbox().finish(entry?.id ?? '', 'process-a');
    expect(await inbox().accept(update(1))).toBe(false);
    expect(await inbox().claim(chatKey(address), 'process-a')).toBeNull();
  });

  it('forgets what was written, and nothing else', async () => {
    await inbox().accept(update(1));
    const before = await inbox().claim(chatKey(address), 'process-a');
    await inbox().forget(before?.id ?? '');
    const after = await inbox().claim(chatKey(address), 'process-a');
    expect(after?.update).toEqual({ ...update(1), input: { kind: 'text', text: '' } });
    await inbox().forget('unknown');
  });

  it.each([
    { kind: 'command', name: '1', argument: '2' },
    { kind: 'file', caption: '1', file: { kind: 'document', id: 'f', name: '2' } },
    { kind: 'contact', phone: '+7', own: false, name: '1' },
    { kind: 'unsupported', what: 'edited', written: '1' },
  ])('forgets the words of a $kind wherever they stand', async (input) => {
    const written = { ...update(1), input } as never;
    await inbox().accept(written);
    const before = await inbox().claim(chatKey(address), 'process-a');
    await inbox().forget(before?.id ?? '');
    const after = await inbox().claim(chatKey(address), 'process-a');
    expect(JSON.stringify(after?.update.input)).not.toMatch(/:"[12]"/);
  });

  it('gives the same update id of another bot its own place', async () => {
    await inbox().accept(update(1));
    const other = { ...update(1), address: { ...address, desk: 'staff' as const } };
    expect(await inbox().accept(other)).toBe(true);
  });

  it('lets one of ten processes at a chat, and hands out updates in their order', async () => {
    for (const order of [3, 1, 2]) await inbox().accept(update(order));
    const claims = await together(10, (n) => inbox().claim(chatKey(address), `process-${n}`));
    const owner = claims.findIndex((each) => each !== null);
    expect(claims.filter((each) => each !== null)).toHaveLength(1);
    const seen: number[] = [];
    for (
      let entry = claims[owner];
      entry;
      entry = await inbox().claim(chatKey(address), `process-${owner}`)
    ) {
      seen.push(entry.update.order);
      await inbox().finish(entry.id, `process-${owner}`);
    }
    expect(seen).toEqual([1, 2, 3]);
    expect(await inbox().waitingChats('participant', 'telegram', 1_000)).not.toContain(chatKey(address));
  });

  it('lets another process at a chat whose owner has been silent, and at none whose owner says a word', async () => {
    const chat = chatKey(address);
    const chats = world.ctx.db.collection('chats');
    const silence = () => chats.updateOne({ _id: chat as never }, { $set: { until: new Date(0) } });
    await inbox().accept(update(1));
    await inbox().claim(chat, 'process-a');
    await silence();
    await inbox().hold(chat, 'process-a');
    expect(await inbox().claim(chat, 'process-b')).toBeNull();
    await silence();
    expect(await inbox().claim(chat, 'process-b')).not.toBeNull();
    await inbox().hold(chat, 'process-a');
    expect(await inbox().claim(chat, 'process-a')).toBeNull();
  });

  it('hands an owner what another process brought and could not begin, once it is through with its own', async () => {
    const chat = chatKey(address);
    const [slow, other] = [inbox(), inbox()];
    await slow.accept(update(1));
    const first = await slow.claim(chat, 'process-a');
    await other.accept(update(2));
    expect(await other.claim(chat, 'process-b')).toBeNull();
    await slow.finish(first?.id ?? '', 'process-a');
    expect((await slow.claim(chat, 'process-a'))?.update.order).toBe(2);
  });

  it('leaves a chat to the next process when nothing waits there', async () => {
    const chat = chatKey(address);
    const [one, other] = [inbox(), inbox()];
    await one.accept(update(1));
    await one.finish((await one.claim(chat, 'process-a'))?.id ?? '', 'process-a');
    expect(await one.claim(chat, 'process-a')).toBeNull();
    await other.accept(update(2));
    expect((await other.claim(chat, 'process-b'))?.update.order).toBe(2);
  });

  it('looks again at what it was handed and did not finish', async () => {
    const chat = chatKey(address);
    const one = inbox();
    await one.accept(update(1));
    await one.claim(chat, 'process-a');
    expect((await one.claim(chat, 'process-a'))?.update.order).toBe(1);
  });

  it('lets another process try after a failure, counts the tries, and sets the dead aside', async () => {
    await inbox().accept(update(1));
    await inbox().accept(update(2));
    const first = await inbox().claim(chatKey(address), 'process-a');
    await inbox().fail(first?.id ?? '', 'process-a', { reference: 'R1', dead: false });
    const second = await inbox().claim(chatKey(address), 'process-b');
    expect(second).toMatchObject({ id: first?.id, attempts: 1 });
    await inbox().fail(second?.id ?? '', 'process-b', { reference: 'R2', dead: true });
    expect((await inbox().claim(chatKey(address), 'process-a'))?.update.order).toBe(2);
  });
});

interface Stored {
  readonly rev: number;
  readonly said: string;
}

describe('the session of a chat', () => {
  const sessions = () => storedSessions<Stored>(world.ctx, { rev: 0, said: '' });

  it('is saved by one of many turns that started from the same state', async () => {
    const chat = chatKey(address);
    for (let rev = 0; rev < 3; rev += 1) {
      const saved = await together(20, (n) => sessions().save(chat, { rev, said: `turn ${n}` }));
      expect(saved.filter(Boolean)).toHaveLength(1);
      const winner = saved.indexOf(true);
      expect(await sessions().load(chat)).toEqual({ rev: rev + 1, said: `turn ${winner}` });
    }
  });

  it('comes with the update that is claimed, as it was saved last', async () => {
    const chat = chatKey(address);
    await inbox().accept(update(1));
    expect((await inbox().claim(chat, 'process-a'))?.session).toBeUndefined();
    for (const rev of [0, 1]) await sessions().save(chat, { rev, said: `turn ${rev}` });
    expect((await inbox().claim(chat, 'process-a'))?.session).toEqual({ rev: 2, said: 'turn 1' });
  });

  it('starts blank, and keeps the last message beside it', async () => {
    const chat = chatKey(address);
    expect(await sessions().load(chat)).toEqual({ rev: 0, said: '' });
    await sessions().save(chat, { rev: 0, said: 'first' });
    await chatTurns(world.ctx).last.set(chat, '77');
    await sessions().save(chat, { rev: 1, said: 'second' });
    expect(await chatTurns(world.ctx).last.get(chat)).toBe('77');
  });
});
