// A receiver on a bench: its inbox in memory, a conversation that echoes, a port that records, a clock to move.
import type { UnsentReply } from '../../../bot/dialogue/answering.ts';
import { type ChannelPort, type RenderedMessage, SendFailure } from '../../../bot/dialogue/port.ts';
import { createReceiver, type ReceiverParts } from '../../../bot/dialogue/receiver.ts';
import type { IncomingUpdate, Input } from '../../../bot/dialogue/update.ts';
import { ManualClock, SECOND } from '../../../engine/kernel/clock.ts';
import { Echo, literal } from './echo.ts';
import { MemoryInbox } from './memory-inbox.ts';
import { type LogLine, logInto } from './setup.ts';

class RecordingPort implements ChannelPort {
  readonly sent: { chat: string; html: string; in?: string }[] = [];
  readonly taps: (string | null)[] = [];
  readonly removed: string[] = [];
  failure: SendFailure | null = null;

  async send({ chat }: { chat: string }, message: RenderedMessage): Promise<string> {
    if (this.failure) throw this.failure;
    this.sent.push({ chat, html: message.html });
    return `m${this.sent.length}`;
  }

  async replace({ chat }: { chat: string }, messageId: string, message: RenderedMessage): Promise<string> {
    if (this.failure) throw this.failure;
    this.sent.push({ chat, html: message.html, in: messageId });
    return messageId;
  }

  async answerTap(_to: object, _interaction: string, text: string | null): Promise<void> {
    if (this.failure) throw this.failure;
    this.taps.push(text);
  }

  async remove(_to: object, messageId: string): Promise<boolean> {
    this.removed.push(messageId);
    return false;
  }

  async fetchFile(): Promise<never> {
    throw new SendFailure('unavailable', 'no files here');
  }
}

export function bench(parts: Partial<ReceiverParts> = {}) {
  const port = new RecordingPort();
  const inbox = new MemoryInbox();
  const echo = new Echo();
  const clock = new ManualClock('2026-10-05T06:00:00Z');
  const unsent: UnsentReply[] = [];
  const lines: LogLine[] = [];
  const ids = new Map<string, string>();
  const last = {
    get: async (chat: string) => ids.get(chat) ?? null,
    set: async (chat: string, id: string) => void ids.set(chat, id),
  };
  const receiver = createReceiver({
    ...{ desk: 'participant', channel: 'telegram', inbox, conversation: echo, port, render: literal },
    ...{ last, clock, log: logInto(lines), onUnsent: async (one) => void unsent.push(one) },
    ...parts,
  });
  let order = 0;
  const receive = (input: Input | string, chat = '601'): Promise<'new' | 'known'> => {
    order += 1;
    const update: IncomingUpdate = {
      id: String(order),
      order,
      address: { desk: 'participant', channel: 'telegram', chat },
      input: typeof input === 'string' ? { kind: 'text', text: input } : input,
      ownMessage: String(order),
      languageTag: 'ru',
      sentAt: '2026-10-05T06:00:00.000Z',
    };
    return receiver.accept(update);
  };
  const htmls = () => port.sent.map(({ html }) => html);
  /** As the composition does: a while passes, then the sweep looks again. */
  const later = async (seconds: number): Promise<void> => {
    clock.advance(seconds * SECOND);
    await receiver.sweep();
    await receiver.idle();
  };
  return { port, inbox, echo, receiver, unsent, lines, receive, htmls, later };
}
