// The receiver by itself: failed turns, their references and retries, what survives a crash, bounded parallel work.
import { describe, expect, it } from 'vitest';
import { SendFailure } from '../../../bot/dialogue/port.ts';
import type { IncomingUpdate, Input } from '../../../bot/dialogue/update.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { literal } from './echo.ts';
import { bench } from './receiver-bench.ts';

const failing = (error: () => Error, times: number, text: string) => {
  let left = times;
  return async ({ input }: IncomingUpdate): Promise<void> => {
    if (input.kind === 'text' && input.text === text && left > 0) {
      left -= 1;
      throw error();
    }
  };
};

const tap: Input = { kind: 'tap', data: 't1:menu:yes', message: 'm1', interaction: 'q1' };

describe('a bug', () => {
  it('is told once, with the reference that the log and the inbox hold, and retried to the end', async () => {
    const { echo, receive, receiver, htmls, inbox, lines, later } = bench();
    echo.before = failing(() => new TypeError('a bug'), 99, 'bad');
    await receive('bad');
    await receive('good');
    await receiver.idle();
    const entry = [...inbox.entries.values()][0];
    expect(htmls()).toEqual([`common:error.bug ${entry?.reference}`]);
    expect(entry?.reference).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect(lines.find(({ level }) => level === 'error')?.fields).toMatchObject({
      reference: entry?.reference,
      update: expect.stringMatching(/^chat\/[0-9a-f]{16}$/),
    });
    for (let attempt = 2; attempt <= 5; attempt += 1) await later(60);
    expect(entry).toMatchObject({ attempts: 5, state: 'dead' });
    // Still the one that was told, though every try has failed anew.
    expect(htmls()).toEqual([`common:error.bug ${entry?.reference}`, 'echo good']);
  });

  it('waits longer before each try, and holds the chat meanwhile', async () => {
    const { echo, receive, receiver, inbox, later } = bench();
    echo.before = failing(() => new Error('a bug'), 99, 'bad');
    await receive('bad');
    await receiver.idle();
    await receive('good');
    await receiver.idle();
    const attempts = () => [...inbox.entries.values()][0]?.attempts;
    expect(attempts()).toBe(1);
    await later(0.4);
    expect(attempts()).toBe(1);
    await later(0.1);
    expect(attempts()).toBe(2);
    await later(0.9);
    expect(attempts()).toBe(2);
    await later(0.1);
    expect(attempts()).toBe(3);
    expect(inbox.states()).toEqual(['waiting', 'waiting']);
  });

  it('that passes leaves the answer behind it', async () => {
    const { echo, receive, receiver, htmls, later } = bench({ languageOf: async () => 'kk' });
    echo.before = failing(() => new Error('a bug'), 1, 'bad');
    await receive('bad');
    await receive('next');
    await receiver.idle();
    await later(1);
    expect(htmls().slice(1)).toEqual(['echo bad', 'echo next']);
  });

  it('in another chat holds up nobody', async () => {
    const { echo, receive, receiver, htmls } = bench();
    echo.before = failing(() => new Error('a bug'), 99, 'bad');
    await receive('bad', '601');
    await receive('good', '602');
    await receiver.idle();
    expect(htmls()).toContain('echo good');
  });

  it('behind a tap still answers the tap', async () => {
    const { echo, receive, receiver, port } = bench();
    echo.before = async () => {
      throw new Error('a bug');
    };
    await receive(tap);
    await receiver.idle();
    expect(port.taps).toEqual([null]);
  });

  it('in rendering is found before anything is sent', async () => {
    const broken = { ...literal, message: async () => Promise.reject(new RangeError('over 64 bytes')) };
    const { receive, receiver, port, inbox, lines } = bench({ render: broken });
    await receive('two');
    await receiver.idle();
    expect(port.sent).toEqual([]);
    expect(inbox.states()).toEqual(['waiting']);
    expect(lines.map(({ message }) => message)).toContain('an apology was not sent');
  });
});

describe.each(['contended', 'unavailable'] as const)('what is only %s', (code) => {
  it('is retried and not told', async () => {
    const { echo, receive, receiver, htmls, inbox, later } = bench();
    echo.before = failing(() => new AppError(code, 'busy'), 7, 'busy');
    await receive('busy');
    await receiver.idle();
    for (let attempt = 2; attempt <= 8; attempt += 1) await later(60);
    expect(htmls()).toEqual(['echo busy']);
    expect(inbox.states()).toEqual(['done']);
  });

  it('is told when it is given up', async () => {
    const { echo, receive, receiver, htmls, inbox, later } = bench();
    echo.before = failing(() => new AppError(code, 'busy'), 99, 'busy');
    await receive('busy');
    await receiver.idle();
    for (let attempt = 2; attempt <= 20; attempt += 1) await later(60);
    expect(inbox.states()).toEqual(['dead']);
    expect(htmls()).toEqual([expect.stringContaining('common:error.unavailable')]);
  });
});

describe('answers', () => {
  it('stand in place of what was tapped, or of the last message', async () => {
    const { receive, receiver, port } = bench();
    await receive('menu');
    await receive(tap);
    await receive('last');
    await receiver.idle();
    expect(port.sent.map((each) => each.in)).toEqual([undefined, 'm1', 'm1']);
    expect(port.taps).toEqual(['Noted']);
  });

  it('a tap whose message is unknown changes the last one', async () => {
    const { receive, receiver, port } = bench();
    await receive('menu');
    await receive({ ...tap, message: null });
    await receiver.idle();
    expect(port.sent.at(-1)).toMatchObject({ in: 'm1', html: 'Chosen: yes' });
  });

  it('are none for somebody who left', async () => {
    const { receive, receiver, port, echo, inbox } = bench();
    await receive({ kind: 'blocked' });
    await receiver.idle();
    expect([echo.heard.length, port.sent.length, ...inbox.states()]).toEqual([1, 0, 'done']);
  });

  it('one that is refused for good does not hold the next', async () => {
    const { receive, receiver, port, unsent, inbox } = bench();
    const { send } = port;
    let first = true;
    port.send = async (to, message) => {
      if (!first) return send.call(port, to, message);
      first = false;
      throw new SendFailure('refused', 'never');
    };
    await receive('two');
    await receiver.idle();
    expect(unsent.map(({ failure }) => failure.kind)).toEqual(['refused']);
    expect(port.sent.map(({ html }) => html)).toEqual(['second']);
    expect(inbox.states()).toEqual(['done']);
  });

  it('are told apart from the apology for an earlier try, so that delivery keeps both', async () => {
    const { echo, receive, receiver, port, unsent, later } = bench();
    echo.before = failing(() => new TypeError('a bug'), 1, 'bad');
    port.failure = new SendFailure('flood', 'slow down', 1);
    await receive('bad');
    await receiver.idle();
    await later(1);
    expect(unsent).toHaveLength(2);
    expect(new Set(unsent.map(({ key }) => key)).size).toBe(2);
  });

  it('that cannot even be handed on leave the update waiting', async () => {
    const { receive, receiver, port, inbox } = bench({
      onUnsent: async () => {
        throw new AppError('unavailable', 'the store is away');
      },
    });
    port.failure = new SendFailure('flood', 'slow down', 5);
    await receive('hello');
    await receiver.idle();
    expect(inbox.states()).toEqual(['waiting']);
  });
});

describe('the inbox', () => {
  it('what was stored and not handled is taken up by the sweep', async () => {
    const { inbox, receive, receiver, htmls } = bench();
    await receive('known');
    await receiver.idle();
    const stored = [...inbox.entries.values()][0];
    if (!stored) throw new Error('nothing was stored');
    stored.state = 'waiting';
    expect(await receiver.sweep()).toBe(1);
    await receiver.idle();
    expect(htmls()).toEqual(['echo known', 'echo known']);
    expect(await receiver.sweep()).toBe(0);
  });

  it('that fails while a chat is handled is tried again later', async () => {
    const { inbox, receive, receiver, htmls, later, lines } = bench();
    const claim = inbox.claim.bind(inbox);
    inbox.claim = async () => {
      throw new Error('the store is away');
    };
    await receive('hello');
    await receiver.idle();
    expect(lines.map(({ message }) => message)).toEqual(['the inbox could not be read or written']);
    inbox.claim = claim;
    await later(1);
    expect(htmls()).toEqual(['echo hello']);
  });
});

it('handles no more chats at once than allowed, and all of them in the end', async () => {
  const { echo, receive, receiver, htmls } = bench({ parallel: 3 });
  let now = 0;
  let most = 0;
  echo.before = async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
  };
  for (let chat = 1; chat <= 20; chat += 1) for (const text of ['a', 'b']) await receive(text, String(chat));
  await receiver.idle();
  expect(most).toBe(3);
  expect(htmls()).toHaveLength(40);
});

it('a turn that takes long is held all the while, and no longer', async () => {
  const { echo, inbox, receive, receiver } = bench({ holdEvery: 1 });
  echo.before = async ({ input }) => {
    if (input.kind === 'text' && input.text === 'slow')
      await expect.poll(() => inbox.held.length, { interval: 1 }).toBeGreaterThan(2);
  };
  await receive('slow');
  await receiver.idle();
  const words = inbox.held.length;
  expect(words).toBeGreaterThan(2);
  expect(inbox.held).toEqual(Array.from({ length: words }, () => 'participant.telegram.601'));
  await receive('quick');
  await receiver.idle();
  expect(inbox.held).toHaveLength(words);
});
