// Brings a turn's answers to the person: replies in order, the tap answered, a message with sensitive data removed.
// Called by the receiver. What the channel cannot take now is handed on, never retried here.
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import type { Message, Text } from '../../engine/kernel/message.ts';
import type { Log } from './log.ts';
import { type ChannelPort, type RenderedMessage, SendFailure } from './port.ts';
import { asRepeat } from './reference.ts';
import type { Reply, Turn } from './session.ts';
import { type IncomingUpdate, updateName } from './update.ts';

/** Puts messages into a language; made in bot/delivery/render.ts. */
export interface Renderer {
  message(
    message: Message,
    language: Language,
    at: { readonly tag: string; readonly step: string },
  ): Promise<RenderedMessage>;
  /** Without markup, short enough for a toast. */
  toast(text: Text, language: Language): string;
}

/** The bot's newest message of each chat (by chatKey), which a reply may take the place of. */
export interface LastMessages {
  get(chat: string): Promise<string | null>;
  set(chat: string, messageId: string): Promise<void>;
}

/** A reply that the channel would not take now. */
export interface UnsentReply {
  readonly address: ChatAddress;
  readonly reply: Reply;
  readonly language: Language;
  /** The same for the same reply, however often its update is handled. */
  readonly key: string;
  readonly failure: SendFailure;
  /** The message that it was to take the place of; null for a new one. */
  readonly target: string | null;
}

export type OnUnsent = (unsent: UnsentReply) => Promise<void>;

/** A tapped card could not be edited: it stands in another message now. */
export type OnMoved = (chat: string, from: string, to: string) => Promise<void>;

export interface AnsweringParts {
  readonly port: ChannelPort;
  readonly render: Renderer;
  readonly last: LastMessages;
  readonly onUnsent: OnUnsent;
  readonly onMoved?: OnMoved;
  readonly log: Log;
}

export type Answer = (update: IncomingUpdate, turn: Turn) => Promise<void>;

/** @returns a function that throws only for a bug or when an unsent reply could not be handed on */
export function answering(parts: AnsweringParts): Answer {
  return async (update, turn) => {
    if (update.input.kind === 'blocked') return;
    // All are rendered before any is sent: a defect of the second must not repeat the first.
    const rendered = await Promise.all(
      turn.replies.map((reply, index) =>
        parts.render.message(saidOf(update, turn, reply, index), turn.language, reply),
      ),
    );
    await Promise.all([
      answerTap(parts, update, turn),
      removeOwn(parts, update, turn),
      sendReplies(parts, update, turn, rendered),
    ]);
  };
}

/** One name for a reply, whoever sends it and however often. */
const keyOf = ({ address, id }: IncomingUpdate, index: number): string =>
  `reply:${chatKey(address)}:${id}:${index}`;

/** A new message that may lie in the chat already says so; one that is put in a place looks the same twice. */
const saidOf = (
  update: IncomingUpdate,
  { again }: Turn,
  { message, place }: Reply,
  index: number,
): Message => (again && place === 'new' ? asRepeat(message, keyOf(update, index)) : message);

async function sendReplies(
  parts: AnsweringParts,
  update: IncomingUpdate,
  turn: Turn,
  rendered: readonly RenderedMessage[],
): Promise<void> {
  const { address } = update;
  let held: SendFailure | null = null;
  for (const [index, reply] of turn.replies.entries()) {
    const message = rendered[index];
    if (!message) continue;
    const target = await targetOf(parts, update, reply);
    const failure: SendFailure | null = held ?? (await attempt(parts, update, { reply, message, target }));
    if (!failure) continue;
    const key = keyOf(update, index);
    parts.log.warn({ chat: chatKey(address), key, failure: failure.kind }, 'a reply was not sent now');
    await parts.onUnsent({ address, reply, language: turn.language, key, failure, target });
    // What follows a reply that must wait waits as well, so that order is kept.
    if (failure.kind !== 'refused') held = failure;
  }
}

interface Answering {
  readonly reply: Reply;
  readonly message: RenderedMessage;
  readonly target: string | null;
}

async function attempt(
  parts: AnsweringParts,
  update: IncomingUpdate,
  { reply, message, target }: Answering,
): Promise<SendFailure | null> {
  const { address } = update;
  const chat = chatKey(address);
  const { last, port } = parts;
  const above =
    reply.place === 'last' && update.input.kind === 'file' && target === null ? await last.get(chat) : null;
  try {
    const shown = target
      ? await port.replace(address, target, message, reply.isSameCard)
      : await port.send(address, message);
    if (shown !== target || reply.place === 'tapped') await last.set(chat, shown);
    if (target && shown !== target) await parts.onMoved?.(chat, target, shown);
    if (above !== null)
      await harmless(parts.log, update, 'an earlier question stays', () => port.remove(address, above));
    return null;
  } catch (error) {
    if (error instanceof SendFailure) return error;
    throw error;
  }
}

/** @returns null for a new message, also where what was said last has come to stand above the person's own */
async function targetOf(parts: AnsweringParts, update: IncomingUpdate, reply: Reply): Promise<string | null> {
  if (reply.place === 'new') return null;
  if (reply.place === 'last' && update.input.kind === 'file') {
    const last = await parts.last.get(chatKey(update.address));
    return last !== null && Number(last) > Number(update.ownMessage ?? 0) ? last : null;
  }
  const tapped = update.input.kind === 'tap' ? update.input.message : null;
  return (reply.place === 'tapped' ? tapped : null) ?? parts.last.get(chatKey(update.address));
}

/** A tap is always answered, so that the button stops spinning; that it cannot be is no reason to fail. */
async function answerTap(parts: AnsweringParts, update: IncomingUpdate, turn: Turn): Promise<void> {
  if (update.input.kind !== 'tap') return;
  const text = turn.toast ? parts.render.toast(turn.toast, turn.language) : null;
  await harmless(parts.log, update, 'a tap was not answered', () =>
    parts.port.answerTap(update.address, update.input.kind === 'tap' ? update.input.interaction : '', text),
  );
}

async function removeOwn(parts: AnsweringParts, update: IncomingUpdate, turn: Turn): Promise<void> {
  const own = update.ownMessage;
  if (!turn.removeOwn || own === null) return;
  await harmless(parts.log, update, 'a message with sensitive data was not removed', async () => {
    if (!(await parts.port.remove(update.address, own))) throw new SendFailure('refused', 'not allowed');
  });
}

async function harmless(
  log: Log,
  update: IncomingUpdate,
  what: string,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    log.warn({ chat: chatKey(update.address), update: updateName(update), error }, what);
  }
}
