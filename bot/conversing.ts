// Puts the chat together for one process: the conversation over stored sessions, and a receiver for each channel.
// Used by the bots' processes and by the API process (web chat, webhooks).
import type { Channel, Desk } from '../engine/kernel/chat.ts';
import { SECOND, systemClock } from '../engine/kernel/clock.ts';
import { acceptedTypes } from '../engine/media/accept.ts';
import { draftsHandedOver, keepDrafted } from '../engine/media/drafted.ts';
import { takeFile } from '../engine/media/take.ts';
import { deliveredAt, noteMoved } from '../engine/notify/progress.ts';
import { buttonsDelivered } from '../engine/notify/standing-buttons.ts';
import { personOfChat } from '../engine/people/reach.ts';
import type { EngineContext } from '../engine/programmes/context.ts';
import { chatTurns } from '../engine/store/chat-turns.ts';
import { storedInbox } from '../engine/store/inbox.ts';
import { storedSessions } from '../engine/store/sessions.ts';
import { asUnavailable } from '../engine/store/unavailable.ts';
import { addTextsOf, plainText } from '../locales/texts.ts';
import { keptMedia } from './delivery/kept-media.ts';
import { createRenderer } from './delivery/render.ts';
import { keepUnsent } from './delivery/unsent-reply.ts';
import type { Conversation, Expecting } from './dialogue/conversation.ts';
import type { Log } from './dialogue/log.ts';
import { type ChannelPort, FileRefused } from './dialogue/port.ts';
import { createReceiver, type Receiver } from './dialogue/receiver.ts';
import { newSession, type Session } from './dialogue/session.ts';
import { storedConversation } from './dialogue/stored-conversation.ts';
import type { IncomingUpdate } from './dialogue/update.ts';
import { participantDesk } from './dialogues/participant.ts';
import { staffDesk } from './dialogues/staff.ts';
import { meet } from './meeting.ts';

/**
 * The conversation of both desks.
 * @param tapPause milliseconds after which a deciding button may be tapped, where not the usual ones
 * @throws AppError `configuration` when a programme's scripts and manifest do not agree
 */
export async function openConversation(
  ctx: EngineContext,
  tapPause?: number,
): Promise<Conversation & Expecting> {
  addTextsOf(ctx.programmes);
  return storedConversation<EngineContext>({
    env: ctx,
    desks: [await participantDesk(ctx.programmes), await staffDesk(ctx.programmes)],
    sessions: storedSessions(ctx, newSession),
    clock: ctx.clock,
    keep: async (owner, { bytes, name }, kinds, chat) => {
      const types = kinds.every((each) => each === 'photo') ? acceptedTypes.photos : acceptedTypes.chat;
      const taken = await takeFile({ name, bytes }, types);
      if (!taken.ok) throw new FileRefused(taken.reasons);
      return keepDrafted(ctx, chat, { owner: owner.id, ...taken.value });
    },
    handOver: draftsHandedOver(ctx),
    label: plainText,
    meet: (chat, blocked) => meet(ctx, chat, blocked),
    deliveredAt: (chat, message, since) => deliveredAt(ctx, { chat, message, since }),
    noticeButtons: (chat) => buttonsDelivered(ctx, chat),
    ...(tapPause !== undefined && { tapPause }),
  });
}

export interface Listening {
  readonly receiver: Receiver;
  /** Takes up what was stored and not handled; called now and then by itself. */
  stop(): Promise<void>;
}

/** A receiver of one desk and channel, swept every second. */
export function listen(
  ctx: EngineContext,
  conversation: Conversation,
  at: { readonly desk: Desk; readonly channel: Channel },
  port: ChannelPort,
  log: Log,
): Listening {
  const turns = chatTurns(ctx);
  const receiver = createReceiver({
    ...at,
    inbox: storedInbox<IncomingUpdate, Session>(ctx, turns),
    conversation,
    clock: systemClock,
    port,
    render: createRenderer(keptMedia(ctx)),
    last: turns.last,
    onUnsent: keepUnsent(ctx),
    onMoved: (chat, from, to) => noteMoved(ctx, chat, from, to),
    named: asUnavailable,
    languageOf: async (chat) => (await personOfChat(ctx, chat))?.language ?? null,
    log,
  });
  const sweep = () =>
    void receiver.sweep().catch((error: unknown) => log.warn({ error }, 'the inbox was not swept'));
  const timer = setInterval(sweep, SECOND);
  return {
    receiver,
    stop: async () => {
      clearInterval(timer);
      await receiver.idle();
    },
  };
}
