// What both Telegram adapters do when Telegram, the network or the store does not do its part.
import { describe, expect, it, onTestFinished } from 'vitest';
import { SendFailure } from '../../../bot/dialogue/port.ts';
import type { IncomingUpdate } from '../../../bot/dialogue/update.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { startBotApi } from '../../support/telegram/index.ts';
import { adapters, polling, type Rig, rigOf, TOKEN } from './setup.ts';

const addressOf = ({ user }: Rig) =>
  ({ desk: 'participant', channel: 'telegram', chat: String(user.id) }) as const;

/** Some steps are many: a busy machine may need longer for them. */
const PATIENT = { timeoutMs: 15_000 };

const words = { html: 'hello', buttons: [], media: [] };

const failureOf = async (send: Promise<unknown>): Promise<SendFailure> => {
  const error = await send.then(
    () => new Error('it was sent'),
    (failure: unknown) => failure,
  );
  if (error instanceof SendFailure) return error;
  throw error;
};

const textsHeard = (heard: readonly IncomingUpdate[], chat: number): string[] =>
  heard.flatMap(({ address, input }) =>
    address.chat === String(chat) && input.kind === 'text' ? [input.text] : [],
  );

describe.each(adapters)('$name', (adapter) => {
  describe('sending', () => {
    it.each([
      ['too many requests', { kind: 'too-many-requests', retryAfter: 7 }, 'flood', 7],
      ['a server error', { kind: 'server-error' }, 'unavailable', 0],
      ['a bad gateway', { kind: 'bad-gateway' }, 'unavailable', 0],
      ['a cut-off answer', { kind: 'malformed' }, 'ambiguous', 0],
      ['a reset connection', { kind: 'reset' }, 'ambiguous', 0],
      ['a silent connection that breaks', { kind: 'hang', holdMs: 30 }, 'ambiguous', 0],
    ] as const)('%s', async (_name, fault, kind, retryAfter) => {
      const rig = await polling(adapter);
      await rig.user.start(rig.bot);
      await rig.user.reply(rig.bot);
      rig.api.faults.next('sendMessage', fault);
      const { port } = rig.channel;
      expect(await failureOf(port.send(addressOf(rig), words))).toMatchObject({ kind, retryAfter });
      expect(Number(await port.send(addressOf(rig), words))).toBeGreaterThan(0);
    });

    it('an edit may be repeated, so nothing about it is ambiguous', async () => {
      const rig = await polling(adapter);
      await rig.user.start(rig.bot);
      const first = await rig.user.reply(rig.bot);
      rig.api.faults.next('editMessageText', { kind: 'reset' });
      const edit = () => rig.channel.port.replace(addressOf(rig), String(first.id), words);
      expect(await failureOf(edit())).toMatchObject({ kind: 'unavailable' });
      expect(await edit()).toBe(String(first.id));
    });

    it('people who blocked the bot, never started it or are gone are unreachable', async () => {
      const rig = await polling(adapter);
      const { port } = rig.channel;
      expect(await failureOf(port.send(addressOf(rig), words))).toMatchObject({ kind: 'unreachable' });
      await rig.user.start(rig.bot);
      await rig.user.reply(rig.bot);
      await rig.user.block(rig.bot);
      expect(await failureOf(port.send(addressOf(rig), words))).toMatchObject({ kind: 'unreachable' });
      await rig.user.unblock(rig.bot);
      await rig.user.deactivate();
      expect(await failureOf(port.send(addressOf(rig), words))).toMatchObject({ kind: 'unreachable' });
    });

    it('what Telegram will never take is refused', async () => {
      const rig = await polling(adapter);
      await rig.user.start(rig.bot);
      await rig.user.reply(rig.bot);
      const broken = rig.channel.port.send(addressOf(rig), { ...words, html: '<b>unclosed' });
      expect(await failureOf(broken)).toMatchObject({ kind: 'refused' });
    });

    it('a server that is not there was sent nothing', async () => {
      const gone = await startBotApi();
      await gone.close();
      const rig = await rigOf(adapter, { apiRoot: gone.root });
      expect(await failureOf(rig.channel.port.send(addressOf(rig), words))).toMatchObject({
        kind: 'unavailable',
      });
    });

    it('a tap too old to answer is let go', async () => {
      const rig = await polling(adapter);
      await rig.channel.port.answerTap(addressOf(rig), 'long-forgotten', 'Noted');
      expect(rig.api.calls(TOKEN, 'answerCallbackQuery').map(({ status }) => status)).toEqual([400]);
    });
  });

  describe('replies that cannot be sent', () => {
    it('are handed on in order, and the update is finished', async () => {
      const rig = await polling(adapter);
      await rig.user.start(rig.bot);
      await rig.user.reply(rig.bot);
      rig.api.faults.next('sendMessage', { kind: 'too-many-requests', retryAfter: 3 });
      await rig.user.send(rig.bot, 'two');
      await expect.poll(() => rig.unsent).toHaveLength(2);
      await rig.receiver.idle();
      expect(rig.inbox.states()).toEqual(['done', 'done']);
      expect(rig.unsent.map(({ failure }) => failure.kind)).toEqual(['flood', 'flood']);
      expect(rig.unsent.map(({ reply }) => reply.message.texts[0]?.key)).toEqual(['first', 'second']);
      const update = rig.echo.heard.at(-1)?.id;
      expect(rig.unsent.map(({ key }) => key)).toEqual([
        `reply:participant.telegram.601:${update}:0`,
        `reply:participant.telegram.601:${update}:1`,
      ]);
    });

    it('a server error is one, and the next message is answered', async () => {
      const rig = await polling(adapter);
      await rig.user.start(rig.bot);
      await rig.user.reply(rig.bot);
      rig.api.faults.next('sendMessage', { kind: 'server-error' });
      await rig.user.send(rig.bot, 'one');
      await rig.user.send(rig.bot, 'two');
      await rig.user.waitFor(rig.bot, 'second');
      expect(rig.unsent.map(({ failure }) => failure.kind)).toEqual(['unavailable']);
    });
  });

  describe('receiving', () => {
    it('the same update five times is handled once', async () => {
      const rig = await polling(adapter);
      await rig.user.start(rig.bot);
      await rig.user.send(rig.bot, 'once');
      await rig.user.waitFor(rig.bot, 'echo once');
      const id = Number(rig.echo.heard.at(-1)?.id);
      for (let time = 2; time <= 5; time += 1) {
        rig.bot.redeliver(id);
        await expect.poll(() => rig.inbox.arrivals).toBe(time + 1);
      }
      await rig.receiver.idle();
      expect(textsHeard(rig.echo.heard, rig.user.id)).toEqual(['once']);
      expect(rig.user.chat(rig.bot).filter(({ text }) => text === 'echo once')).toHaveLength(1);
    });

    it('fifty quick messages are answered in order, another chat meanwhile', async () => {
      const rig = await polling(adapter);
      const other = rig.another(602);
      await rig.user.start(rig.bot);
      await other.start(rig.bot);
      await rig.user.reply(rig.bot);
      await other.reply(rig.bot);
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      onTestFinished(() => release());
      rig.echo.before = async ({ address, input }) => {
        if (input.kind === 'text' && input.text === 'message 20' && address.chat === '601') await held;
      };
      const texts = Array.from({ length: 50 }, (_, at) => `message ${at}`);
      for (const text of texts) {
        await rig.user.send(rig.bot, text);
        await other.send(rig.bot, text);
      }
      // The first chat is held in its middle: the second does not wait for it.
      await other.waitFor(rig.bot, 'echo message 49', PATIENT);
      expect(textsHeard(rig.echo.heard, 601)).toEqual(texts.slice(0, 21));
      release();
      await rig.user.waitFor(rig.bot, 'echo message 49', PATIENT);
      for (const user of [rig.user, other]) {
        expect(textsHeard(rig.echo.heard, user.id)).toEqual(texts);
        const answers = user
          .chat(rig.bot)
          .filter(({ from, text }) => from === 'bot' && text.startsWith('echo'));
        expect(answers.map(({ text }) => text)).toEqual(texts.map((text) => `echo ${text}`));
      }
    });

    it('a chat is stored in order, even where storing its first update takes longest', async () => {
      const rig = await rigOf(adapter);
      const texts = ['one', 'two', 'three'];
      await rig.user.start(rig.bot);
      for (const text of texts) await rig.user.send(rig.bot, text);
      rig.inbox.beforeStoring = async ({ input }) => {
        if (input.kind !== 'text' || input.text !== 'one') return;
        for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      };
      await rig.channel.start(rig.receiver);
      await rig.user.waitFor(rig.bot, 'echo three');
      await rig.receiver.idle();
      expect(textsHeard(rig.echo.heard, rig.user.id)).toEqual(texts);
    });

    it('Telegram is asked for more only when the last updates are stored', async () => {
      const rig = await polling(adapter);
      rig.inbox.failures.push(new Error('the store is away'), new Error('still away'));
      await rig.user.start(rig.bot);
      const offsets = (): unknown[] => rig.api.calls(TOKEN, 'getUpdates').map(({ params }) => params.offset);
      await rig.user.reply(rig.bot);
      await expect.poll(() => offsets().at(-1)).not.toBe(0);
      expect(rig.inbox.arrivals).toBe(3);
      expect(new Set(offsets()).size).toBe(2);
      expect(rig.lines.filter(({ message }) => message === 'An update could not be stored')).toHaveLength(2);
    });

    it('an update that was never stored comes again after a restart', async () => {
      const rig = await polling(adapter);
      let asked = (): void => undefined;
      const arrived = new Promise<void>((resolve) => {
        asked = resolve;
      });
      rig.inbox.beforeStoring = async () => {
        asked();
        throw new Error('the store is away');
      };
      await rig.user.start(rig.bot, 'again');
      await arrived;
      await rig.channel.stop();
      expect(rig.bot.pending()).toHaveLength(1);
      rig.inbox.beforeStoring = async () => undefined;
      const second = await polling(adapter, { apiRoot: rig.api.root });
      await expect
        .poll(() => second.echo.heard.map(({ input }) => input))
        .toEqual([{ kind: 'command', name: 'start', argument: 'again' }]);
    });

    it('what was taken in before a stop is answered after it', async () => {
      const rig = await polling(adapter);
      let stopped = (): void => undefined;
      const stop = new Promise<void>((resolve) => {
        stopped = resolve;
      });
      rig.echo.before = () => stop;
      await rig.user.start(rig.bot);
      await expect.poll(() => rig.echo.heard.length).toBe(1);
      await rig.channel.stop();
      stopped();
      await rig.receiver.idle();
      expect(rig.user.chat(rig.bot).at(-1)?.text).toBe('command start');
      expect(rig.unsent).toEqual([]);
    });

    it('an outage of Telegram is waited out', async () => {
      const rig = await rigOf(adapter);
      rig.api.faults.next('getMe', { kind: 'server-error' }, { times: 2 });
      rig.api.faults.next('getUpdates', { kind: 'reset' });
      rig.api.faults.next('getUpdates', { kind: 'bad-gateway' });
      await rig.channel.start(rig.receiver);
      await rig.user.start(rig.bot);
      expect((await rig.user.reply(rig.bot)).text).toBe('command start');
    });

    it('another process on the same bot is named, and waited for', async () => {
      const rig = await polling(adapter, { pollSeconds: 20 });
      await expect.poll(() => rig.api.calls(TOKEN, 'getUpdates').length).toBeGreaterThan(0);
      await fetch(`${rig.api.root}/bot${TOKEN}/getUpdates`);
      await expect
        .poll(() => rig.lines.map(({ message }) => message))
        .toContain(
          'Another process receives the updates of this bot: stop it, or this one. Trying again until it is gone.',
        );
      await rig.user.start(rig.bot);
      await rig.user.reply(rig.bot);
    });
  });

  it('a token that Telegram does not know is named by its variable', async () => {
    for (const token of ['999999:unknown', 'nonsense']) {
      const rig = await rigOf(adapter, { token });
      const error = await rig.channel.start(rig.receiver).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({
        code: 'configuration',
        message: expect.stringContaining('PARTICIPANT_BOT_TOKEN'),
      });
    }
  });

  it('tells no token in its errors and log', async () => {
    const rig = await polling(adapter);
    await rig.user.start(rig.bot);
    await rig.user.reply(rig.bot);
    rig.api.faults.next('sendMessage', { kind: 'reset' });
    const failure = await failureOf(rig.channel.port.send(addressOf(rig), words));
    const told: string[] = [];
    for (let at: unknown = failure; at instanceof Error; at = at.cause) told.push(at.message, at.stack ?? '');
    expect(told.join('\n')).not.toContain('adapter-test-token');
  });
});
