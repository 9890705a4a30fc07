// Between a channel and the conversation: stores each update first, then handles each chat's updates one after another.
// Adapters call accept; the composition calls sweep about once a second, and idle when it stops.

import type { Channel, Desk } from '../../engine/kernel/chat.ts';
import { chatKey } from '../../engine/kernel/chat.ts';
import type { Clock } from '../../engine/kernel/clock.ts';
import { newId } from '../../engine/kernel/ids.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { type AnsweringParts, answering } from './answering.ts';
import { ChatBackoff, causeOf, isDead } from './chat-backoff.ts';
import type { Conversation, FetchFile } from './conversation.ts';
import { apologist } from './failed-turn.ts';
import { holder } from './holding.ts';
import type { Inbox, InboxEntry } from './inbox.ts';
import { Lanes } from './lanes.ts';
import { type IncomingUpdate, updateName } from './update.ts';

export interface Receiver {
  /** Stores an update and starts its chat, without waiting for it. @throws when it could not be stored */
  accept(update: IncomingUpdate): Promise<'new' | 'known'>;
  /** Handles what waits in a chat (by chatKey). Resolves when nothing is left to do now; never throws. */
  drain(chat: string): Promise<void>;
  /** Starts chats that wait: after a crash, or for another try. @returns how many were started */
  sweep(): Promise<number>;
  /** Resolves when no chat is being handled. */
  idle(): Promise<void>;
}

export interface ReceiverParts extends AnsweringParts {
  readonly desk: Desk;
  readonly channel: Channel;
  readonly inbox: Inbox;
  readonly conversation: Conversation;
  readonly clock: Clock;
  /** The language a person chose, for an apology; the channel's tag is used where this tells nothing. */
  readonly languageOf?: (chat: string) => Promise<Language | null>;
  /** Names failures of what the composition put in, e.g. a database that is away, as AppError. */
  readonly named?: (error: unknown) => unknown;
  /** This process, among those that share the inbox. */
  readonly owner?: string;
  /** Milliseconds between two words that a chat is still being handled. */
  readonly holdEvery?: number;
  /** Chats handled at the same time. */
  readonly parallel?: number;
}

const PARALLEL = 128;
const SWEPT = 200;

export function createReceiver(parts: ReceiverParts): Receiver {
  const { inbox, desk, channel } = parts;
  const backoff = new ChatBackoff(parts.clock);
  const lanes = new Lanes(parts.parallel ?? PARALLEL);
  const drainNow = drainer(parts, backoff);
  const drain = (chat: string): Promise<void> => lanes.run(chat, () => drainNow(chat));

  return {
    accept: async (update) => {
      const fresh = await inbox.accept(update);
      if (fresh) void drain(chatKey(update.address));
      return fresh ? 'new' : 'known';
    },
    drain,
    sweep: async () => {
      const waiting = await inbox.waitingChats(desk, channel, SWEPT);
      const ready = waiting.filter((chat) => backoff.mayTry(chat) && !lanes.isBusy(chat));
      for (const chat of ready) void drain(chat);
      return ready.length;
    },
    idle: () => lanes.idle(),
  };
}

/** @returns a function that handles a chat's updates until none waits, or one has failed; it never throws */
function drainer(parts: ReceiverParts, backoff: ChatBackoff): (chat: string) => Promise<void> {
  const { inbox, log, owner = newId() } = parts;
  const handle = handler(parts, owner);
  const holding = holder(inbox, owner, parts.holdEvery);

  return async (chat) => {
    try {
      while (backoff.mayTry(chat)) {
        const entry = await inbox.claim(chat, owner);
        if (!entry) return;
        if (await holding(chat, () => handle(entry))) backoff.failed(chat, entry.attempts + 1);
        else backoff.succeeded(chat);
      }
    } catch (error) {
      // The inbox itself failed. What waits there is found again by the sweep.
      log.error({ chat, error }, 'the inbox could not be read or written');
      backoff.failed(chat, 1);
    }
  };
}

/** @returns a function that handles one update and tells whether it failed */
function handler(parts: ReceiverParts, owner: string): (entry: InboxEntry) => Promise<boolean> {
  const { inbox, port, conversation, log } = parts;
  const answer = answering(parts);
  const apologise = apologist(parts, answer);

  return async (entry) => {
    const { update } = entry;
    const started = performance.now();
    try {
      const fetchFile: FetchFile = (to, file) => port.fetchFile(to, file);
      const turn = await conversation.turn(update, fetchFile, entry.session);
      // Before anything can fail: a repeat is answered by the update's id, and needs the words no more.
      if (turn.removeOwn) await inbox.forget(entry.id);
      await answer(update, turn);
      if (turn.replies.length > 0) conversation.answered?.(update.address);
    } catch (error) {
      const cause = causeOf(parts.named?.(error) ?? error);
      const dead = isDead(cause, entry.attempts + 1);
      const reference = await apologise(entry, { cause, dead });
      const about = {
        chat: chatKey(update.address),
        update: updateName(update),
        attempt: entry.attempts + 1,
      };
      log.error({ ...about, reference, cause, dead, error }, 'an update could not be handled');
      await inbox.fail(entry.id, owner, { reference, dead });
      // A dead letter no longer stands in the way of those behind it.
      return !dead;
    }
    await inbox.finish(entry.id, owner);
    const milliseconds = Math.round(performance.now() - started);
    log.info({ update: updateName(update), kind: update.input.kind, milliseconds }, 'handled');
    return false;
  };
}
