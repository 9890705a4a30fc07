// A participant writes to their mentor, and the mentor to each of theirs (§3.3): words, voice, video.
import Type, { type Static } from 'typebox';
import type { Command } from '../../../kernel/actor.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import { event } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { hasConsent } from '../consent.ts';
import { mentoredStates } from '../states.ts';
import { refuseUnlessActing } from '../supervision/acting.ts';
import { type BadgeMessage, messages } from './store.ts';

const OfMessage = Type.Object({
  message: Type.String(),
  participation: Type.String(),
  person: Type.String(),
});
export type OfMessage = Static<typeof OfMessage>;
export const messageSent = event('badge.message-sent', OfMessage);

export interface NewMessage {
  readonly text: string;
  readonly media?: readonly string[];
}

/** @returns the message's id */
export async function sendMessage(
  ctx: EngineContext,
  command: Command,
  participationId: string,
  { text, media = [] }: NewMessage,
): Promise<Result<string>> {
  const participation = await participationOf(ctx, participationId);
  const { person, state } = participation;
  const { actor } = command;
  const side = actor.id === person ? ('participant' as const) : ('mentor' as const);
  const barred = side === 'mentor' ? await refuseUnlessActing(ctx, actor, participation) : null;
  if (barred) return barred;
  if (!(await hasConsent(ctx, person))) return refused('badge-journal.without-consent');
  if (!mentoredStates.includes(state)) return refused('badge-journal.no-mentor-yet');
  if (text.trim() === '' && media.length === 0) return refused('badge-journal.message-empty');
  const id = derivedId(`badge message ${command.id}`);
  await create(ctx, messages, id, command, {
    action: 'message sent',
    set: {
      ...{ participation: participationId, person, from: actor.id, side },
      ...{ text: text.trim(), media: [...media], at: ctx.clock.now() },
    },
    events: [messageSent({ message: id, participation: participationId, person })],
    result: id,
    details: { side },
  });
  return ok(id);
}

/** Newest first. Who may read them is the caller's matter. */
export const messagesOf = (
  ctx: EngineContext,
  participation: string,
  most: number,
): Promise<readonly BadgeMessage[]> =>
  messages.on(ctx.db).find({ participation }).sort({ at: -1 }).limit(most).lean() as unknown as Promise<
    BadgeMessage[]
  >;
