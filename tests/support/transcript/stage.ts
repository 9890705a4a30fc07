// A stage for transcripts: the conversation over a real database, with real use-cases and reactions, and no messenger.
// Every answer and every notice is rendered in all three languages, so that a missing text fails the turn.
import { render } from '../../../bot/delivery/render.ts';
import type { Conversation } from '../../../bot/dialogue/conversation.ts';
import type { DeskScript } from '../../../bot/dialogue/desk.ts';
import { newSession } from '../../../bot/dialogue/session.ts';
import { storedConversation } from '../../../bot/dialogue/stored-conversation.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { type Language, languages } from '../../../engine/kernel/languages.ts';
import type { Message, Text } from '../../../engine/kernel/message.ts';
import { draftsHandedOver, keepDrafted } from '../../../engine/media/drafted.ts';
import { buttonsDelivered } from '../../../engine/notify/standing-buttons.ts';
import { actorOf, personOfChat, reachOf } from '../../../engine/people/reach.ts';
import type { EngineContext, Programme } from '../../../engine/programmes/programme.ts';
import { programmes as product } from '../../../engine/programmes/registry.ts';
import { storedSessions } from '../../../engine/store/sessions.ts';
import { addTextsOf, plainText } from '../../../locales/texts.ts';
import { testContext } from '../engine-context.ts';
import { giveBack, openStore } from '../services/fresh-database.ts';
import { carryOn, type Notices } from './carry-on.ts';
import { TranscriptChat } from './chat.ts';

export interface Stage {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  /** A person at a desk. `chat` is any number; the same chat at two desks is two chats. */
  talkTo(desk: DeskScript<EngineContext>, chat: string, languageTag?: Language): TranscriptChat;
  /**
   * Carries out what waits: reactions, due timers, notices. Notices appear in the chats that talkTo opened.
   * @returns everything that was told, in order
   */
  carryOn(): Promise<Notices>;
  close(): Promise<void>;
}

export interface StageSettings {
  /** The instant at which the clock stands. */
  readonly start?: string;
  /** The registry; the product's where it is left out. Transcripts of one programme bring their own alone. */
  readonly programmes?: readonly Programme[];
}

export async function openStage({
  start = '2026-10-05T06:00:00Z',
  programmes = product,
}: StageSettings = {}): Promise<Stage> {
  const db = await openStore();
  const clock = new ManualClock(start);
  const ctx = testContext(db, clock, { programmes });
  addTextsOf(programmes);
  const chats = new Map<string, TranscriptChat>();
  return {
    ctx,
    clock,
    talkTo(desk, chat, languageTag = 'ru') {
      const address = { desk: desk.desk, channel: 'telegram' as const, chat };
      const talker = new TranscriptChat({
        conversation: conversationOf(ctx, desk),
        address,
        languageTag,
        clock,
        readable: readableInAll,
      });
      chats.set(chatKey(address), talker);
      return talker;
    },
    async carryOn() {
      const notices = await carryOn(ctx);
      for (const { to, desk, message, chat: only } of notices.told) {
        const reach = await reachOf(ctx, to, desk);
        const chat = reach && chats.get(only ?? reach.chat);
        if (!chat) continue;
        await readableInAll(message, { tag: '', step: '' });
        chat.receive(message, reach.language);
      }
      return notices;
    },
    close: () => giveBack(db),
  };
}

const conversationOf = (ctx: EngineContext, desk: DeskScript<EngineContext>): Conversation =>
  storedConversation({
    env: ctx,
    desks: [desk],
    sessions: storedSessions(ctx, newSession),
    clock: ctx.clock,
    async meet(chat) {
      const person = await personOfChat(ctx, chat);
      if (person) return { actor: actorOf(person), language: person.language };
      return { actor: { kind: 'person', id: 'newcomer', grants: [] }, language: null };
    },
    keep: (owner, file, _kinds, chat) => keepDrafted(ctx, chat, { owner: owner.id, ...file }),
    handOver: draftsHandedOver(ctx),
    label: (text: Text, language) => plainText(text, language),
    noticeButtons: (chat) => buttonsDelivered(ctx, chat),
  });

/** Renders for a channel in every language. @throws for a missing key or variable, and for too long callback data */
async function readableInAll(
  message: Message,
  place: { readonly tag: string; readonly step: string },
): Promise<void> {
  for (const language of languages) {
    const { html, buttons } = await render(message, language, place, async () => null);
    const empty = buttons.flat().find((button) => button.label.trim() === '');
    if (html.trim() === '' || empty)
      throw new Error(`nothing to read in ${language}: ${JSON.stringify(message)}`);
  }
}
