// Cards with photos in Telegram: decided once where they lie, never a second time beside it, and never held up by a
// picture that Telegram does not take.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RenderedMedia, RenderedMessage } from '../../../bot/dialogue/port.ts';
import { chatAddress } from '../../../engine/kernel/chat.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { adapters } from '../../contract/adapters/setup.ts';
import { png } from '../../support/hostile/hostile-files.ts';
import { SAMPLE_HEIC } from '../../support/hostile/sample-heic.ts';
import { samplePhoto, type User } from '../../support/telegram/index.ts';
import { chatOf, personOf } from '../jobs/stage.ts';
import { openScene, type Scene } from './telegram-scene.ts';

const photo = (bytes: Uint8Array): RenderedMedia => ({
  ...{ kind: 'photo', name: 'a.png', mime: 'image/png' },
  bytes,
});
const cardWith = (...media: RenderedMedia[]): RenderedMessage => ({
  ...{ html: 'Decide', buttons: [[{ label: 'Confirm', data: 'confirm' }]] },
  media,
});

describe.each(adapters)('$name', (adapter) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(adapter);
  }, 60_000);
  afterEach(() => {
    scene.api.faults.clear();
    scene.clock.advance(3 * DAY);
  });
  afterAll(() => scene.close());

  const seen = (user: User) =>
    user
      .chat(scene.bot)
      .filter(({ from, deleted }) => from === 'bot' && !deleted)
      .map(({ kind, text, edits }) => ({ kind, text, edits }));
  const send = (n: number, message: RenderedMessage) => scene.port.send(chatAddress(chatOf(n)), message);
  const card = (media: readonly string[], key: string) => ({ texts: [{ key }], media });
  const open = (n: number, media: readonly string[]) =>
    planDeliveries(scene.ctx, `open/${n}`, [
      { to: personOf(n), desk: 'participant', message: card(media, 'open'), card: `hours/${n}` },
    ]);
  const settle = (n: number, media: readonly string[]) =>
    planDeliveries(scene.ctx, `settle/${n}`, [{ settles: `hours/${n}`, message: card(media, 'decided') }]);

  it.each([
    ['one photo', ['photo 1'], [{ kind: 'photo', text: 'decided', edits: 1 }]],
    [
      'an album',
      ['photo 1', 'photo 2'],
      [
        { kind: 'photo', text: '', edits: 0 },
        { kind: 'photo', text: '', edits: 0 },
        { kind: 'text', text: 'decided', edits: 1 },
      ],
    ],
  ])('a card with %s is decided in its place, once', async (_name, media, after) => {
    const { n, user } = await scene.newcomer();
    await open(n, media);
    await scene.deliverAll();
    const tapped = user.chat(scene.bot).at(-1)?.id ?? 0;
    await scene.decide(n, tapped, card(media, 'decided'));
    await settle(n, media);
    await scene.deliverAll();
    expect(seen(user)).toEqual(after);
  });

  it('a card that cannot be edited any more stands anew once, and is settled there', async () => {
    const { n, user } = await scene.newcomer();
    await open(n, ['photo 1']);
    await scene.deliverAll();
    const tapped = user.chat(scene.bot).at(-1)?.id ?? 0;
    const body = '{"ok":false,"error_code":400,"description":"Bad Request: message can\'t be edited"}';
    scene.api.faults.next('editMessageCaption', { kind: 'answer', status: 400, body });
    await scene.decide(n, tapped, card(['photo 1'], 'decided'));
    await settle(n, ['photo 1']);
    await scene.deliverAll();
    expect(seen(user)).toEqual([{ kind: 'photo', text: 'decided', edits: 0 }]);
    const [original] = await scene.of(n);
    expect(original?.messageId).toBe(String(user.chat(scene.bot).at(-1)?.id));
  });

  it('a decision that Telegram held back takes the card’s place all the same', async () => {
    const { n, user } = await scene.newcomer();
    await open(n, ['photo 1']);
    await scene.deliverAll();
    const tapped = user.chat(scene.bot).at(-1)?.id ?? 0;
    scene.api.faults.next('editMessageCaption', { kind: 'too-many-requests', retryAfter: 2 });
    await scene.decide(n, tapped, card(['photo 1'], 'decided'));
    await scene.deliverAll();
    expect(seen(user)).toEqual([{ kind: 'photo', text: 'decided', edits: 1 }]);
  });

  it.each([
    ['8160 × 6120 pixels', png(8_160, 6_120), 'document'],
    ['a ratio over 20', png(2_100, 100), 'document'],
    ['a ratio of 20', png(2_000, 100), 'photo'],
    ['10,000 pixels on two sides', png(6_000, 4_000), 'photo'],
    ['a picture that breaks off', Buffer.from('ffd8ffe000104a46494600010101', 'hex'), 'document'],
    ['HEIC', SAMPLE_HEIC, 'document'],
    ['nothing at all', Buffer.alloc(0), 'text'],
  ])('a photo of %s arrives with its buttons', async (_name, bytes, kind) => {
    const { n, user } = await scene.newcomer();
    const id = await send(n, cardWith(photo(bytes)));
    expect(seen(user)).toEqual([{ kind, text: 'Decide', edits: 0 }]);
    const last = user.chat(scene.bot).at(-1);
    expect([String(last?.id), last?.buttons[0]?.[0]?.text]).toEqual([id, 'Confirm']);
    // What arrived as a text is decided in its place, too.
    const decided = { ...cardWith(photo(bytes)), html: 'Decided' };
    expect(await scene.port.replace(chatAddress(chatOf(n)), id, decided, true)).toBe(id);
    expect(seen(user)).toEqual([{ kind, text: 'Decided', edits: 1 }]);
  });

  it('one photo of an album that is refused takes none of the others along', async () => {
    const { n, user } = await scene.newcomer();
    await send(n, cardWith(photo(samplePhoto(1)), photo(png(8_160, 6_120)), photo(Buffer.alloc(0))));
    expect(seen(user).map(({ kind }) => kind)).toEqual(['photo', 'document', 'text']);
  });

  it('an album whose text has to wait is shown once', async () => {
    const { n, user } = await scene.newcomer();
    await open(n, ['photo 1', 'photo 2', 'photo 3']);
    scene.api.faults.next('sendMessage', { kind: 'too-many-requests', retryAfter: 1 }, { times: 2 });
    await scene.deliverAll();
    expect(seen(user).map(({ kind }) => kind)).toEqual(['photo', 'photo', 'photo', 'text']);
  });

  it('photos that do not get through while words do are left out after a while', async () => {
    const { n, user } = await scene.newcomer();
    await open(n, ['photo 1']);
    scene.api.faults.next('sendPhoto', { kind: 'server-error' }, { times: 50 });
    await scene.deliverAll();
    expect(seen(user).map(({ kind }) => kind)).toEqual(['text']);
  });
});
