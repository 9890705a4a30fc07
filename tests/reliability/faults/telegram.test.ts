// Invariant 10 under everything that Telegram and the network can do to one call: each message has one key, and was
// accepted or has failed for a recorded reason; what may have arrived is repeated under its reference.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS } from '../../../bot/delivery/failure.ts';
import { referenceOf } from '../../../bot/dialogue/reference.ts';
import { meet } from '../../../bot/meeting.ts';
import { DAY, SECOND } from '../../../engine/kernel/clock.ts';
import type { Notice } from '../../../engine/notify/notice.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { busyUntil } from '../../../engine/notify/slots.ts';
import type { Delivery } from '../../../engine/notify/store.ts';
import { adapters } from '../../contract/adapters/setup.ts';
import type { User } from '../../support/telegram/index.ts';
import { chatOf, personOf } from '../jobs/stage.ts';
import { type Case, cases, GONE, type Outcome, REVOKED } from './telegram-cases.ts';
import { openScene, type Scene, TOKEN } from './telegram-scene.ts';

const BOT = 'participant.telegram';

describe.each(adapters)('$name', (adapter) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(adapter);
  }, 60_000);
  afterEach(() => {
    scene.api.faults.clear();
    // Whatever held the bot back in one test is over in the next.
    scene.clock.advance(3 * DAY);
  });
  afterAll(() => scene.close());

  const notice = (n: number, key: string, more: Partial<Notice> = {}): Notice => ({
    ...{ to: personOf(n), desk: 'participant', message: { texts: [{ key }] } },
    ...more,
  });
  const plan = (n: number, key: string, more: Partial<Notice> = {}) =>
    planDeliveries(scene.ctx, `tests/${n}/${key}`, [notice(n, key, more)]);
  const copiesOf = (user: User, word: string) =>
    user
      .chat(scene.bot)
      .filter(({ from, text }) => from === 'bot' && text.startsWith(word))
      .map(({ text }) => text);

  async function held(n: number, pause: number | undefined, before: Date): Promise<void> {
    const until = await busyUntil(scene.ctx, BOT);
    const expected = pause === undefined ? null : new Date(before.getTime() + pause * SECOND);
    expect(until, `the bot’s pause after ${n}`).toEqual(expected);
  }

  async function ends(n: number, user: User, word: string, outcome: Outcome, copies: number): Promise<void> {
    await scene.deliverAll();
    const found = (await scene.of(n)).filter(({ message }) => JSON.stringify(message).includes(word));
    expect(found).toHaveLength(1);
    const [delivery] = found as [Delivery];
    const seen = copiesOf(user, word);
    const reference = referenceOf(delivery._id);
    if (outcome === 'failed' || outcome === 'blocked') {
      expect(delivery).toMatchObject({ state: outcome, error: expect.stringMatching(/.+/) });
      expect(seen).toEqual([]);
      expect(await scene.isReachable(n)).toBe(outcome === 'failed');
      return;
    }
    expect(delivery).toMatchObject({ state: 'sent', messageId: expect.stringMatching(/^\d+$/), error: null });
    expect(seen).toHaveLength(copies);
    expect(seen.map((text) => text.includes(reference))).toEqual(
      seen.map((_, at) => outcome === 'repeated' && at === copies - 1),
    );
    // A second look, a second handing over: nothing new.
    expect(await scene.deliver(delivery._id)).toBeNull();
  }

  it.each(cases)('a notice: $name', async ({ fault, sent, copies = 1, pause }: Case) => {
    const { n, user } = await scene.newcomer();
    scene.api.faults.next('sendMessage', fault);
    await plan(n, 'news');
    await plan(n, 'news');
    const before = scene.clock.now();
    await scene.deliver((await scene.of(n))[0]?._id ?? '');
    await held(n, pause, before);
    await ends(n, user, 'news', sent, copies);
  });

  it.each(cases)('a direct answer: $name', async ({ fault, sent, copies = 1, pause }: Case) => {
    const { n, user } = await scene.newcomer();
    // The answer, and for what is refused for good the worker’s try as well.
    scene.api.faults.next('sendMessage', fault, { times: sent === 'failed' || sent === 'blocked' ? 2 : 1 });
    const before = scene.clock.now();
    await scene.reply(n, 'answer');
    await held(n, pause, before);
    await ends(n, user, 'answer', sent, copies);
  });

  it.each(cases)('an edit: $name', async ({ name, fault, sent, edited = sent, pause }: Case) => {
    const { n, user } = await scene.newcomer();
    await plan(n, 'open', { card: `card/${n}` });
    await scene.deliverAll();
    scene.clock.advance(2 * SECOND);
    scene.api.faults.next('editMessageText', fault);
    const settlement = { settles: `card/${n}`, message: { texts: [{ key: 'decided' }] } };
    const [planned] = await planDeliveries(scene.ctx, `tests/${n}/decided`, [settlement]);
    const before = scene.clock.now();
    await scene.deliver(planned?.id ?? '');
    await held(n, pause, before);
    // What is said to look the same already is left as it is.
    await ends(n, user, 'decided', edited, name.includes('not modified') ? 0 : 1);
  });

  it('an edit of what is gone, whose new message may have arrived, is repeated under its reference', async () => {
    const { n, user } = await scene.newcomer();
    await plan(n, 'open', { card: `card/${n}` });
    await scene.deliverAll();
    scene.api.faults.next('editMessageText', GONE, { times: 2 });
    scene.api.faults.next('sendMessage', { kind: 'reset', takesEffect: true });
    const settlement = { settles: `card/${n}`, message: { texts: [{ key: 'decided' }] } };
    await planDeliveries(scene.ctx, `tests/${n}/decided`, [settlement]);
    await ends(n, user, 'decided', 'repeated', 2);
  });

  it('a bot that was told to slow down holds up no other bot, and everything of its own', async () => {
    const [mine, next, staff] = [
      await scene.newcomer(),
      await scene.newcomer(),
      await scene.newcomer('staff'),
    ];
    scene.api.faults.next('sendMessage', { kind: 'too-many-requests', retryAfter: 30 }, { token: TOKEN });
    for (const { n } of [mine, next, staff]) await plan(n, 'news');
    const until = new Date(scene.clock.now().getTime() + 30 * SECOND);
    for (const { n } of [mine, next, staff]) await scene.deliver((await scene.of(n))[0]?._id ?? '');
    const states = await Promise.all([mine, next, staff].map(async ({ n }) => (await scene.of(n))[0]));
    expect(states.map((each) => each?.state)).toEqual(['waiting', 'waiting', 'sent']);
    expect(states.map((each) => each?.attempts)).toEqual([0, 0, 1]);
    expect(states.slice(0, 2).map((each) => each?.notBefore)).toEqual([until, until]);
    await ends(mine.n, mine.user, 'news', 'later', 1);
    await ends(next.n, next.user, 'news', 'later', 1);
  });

  it('who blocked the bot is out of reach until they write again, and then gets what they missed', async () => {
    const { n, user } = await scene.newcomer();
    await user.block(scene.bot);
    await plan(n, 'one');
    await ends(n, user, 'one', 'blocked', 0);
    const asked = scene.api.calls(TOKEN, 'sendMessage').length;
    await plan(n, 'two');
    await ends(n, user, 'two', 'blocked', 0);
    expect(scene.api.calls(TOKEN, 'sendMessage')).toHaveLength(asked);
    await user.unblock(scene.bot);
    await meet(scene.ctx, chatOf(n), false);
    expect(await scene.isReachable(n)).toBe(true);
    await ends(n, user, 'one', 'later', 1);
    await ends(n, user, 'two', 'later', 1);
  });

  it('a revoked token gives notices up after a day, and says why', async () => {
    const { n, user } = await scene.newcomer();
    scene.api.faults.next('sendMessage', REVOKED, { times: MOST_ATTEMPTS });
    await plan(n, 'news');
    await scene.deliverAll();
    expect(await scene.of(n)).toMatchObject([
      { state: 'gave-up', attempts: MOST_ATTEMPTS, error: 'unavailable: 401 Unauthorized' },
    ]);
    expect(copiesOf(user, 'news')).toEqual([]);
    expect(await scene.isReachable(n)).toBe(true);
  });

  it('answers that follow one that must wait keep their order, each once', async () => {
    const { n, user } = await scene.newcomer();
    scene.api.faults.next('sendMessage', { kind: 'cut' });
    await scene.reply(n, 'answer-1', 'answer-2');
    // The update is handled once more: the keys are the same.
    scene.api.faults.next('sendMessage', { kind: 'server-error' });
    await scene.reply(n, 'answer-1', 'answer-2');
    await scene.deliverAll();
    const sent = await scene.of(n);
    expect(sent.map(({ _id, state }) => [_id, state])).toEqual(
      [0, 1].map((at) => [`reply:${chatOf(n)}:${n}:${at}`, 'sent']),
    );
    expect(copiesOf(user, 'answer').map((text) => text.slice(0, 8))).toEqual([
      ...['answer-1', 'answer-1', 'answer-2'],
    ]);
  });
});
