// A message goes to the other side, with a way to answer.
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { Notify } from '../../../parts/part.ts';
import { on, type Subscriptions } from '../../../parts/part.ts';
import { nameOf } from '../../../people/reach.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { go } from '../journal/notices.ts';
import { actingMentors } from '../supervision/acting.ts';
import { messageSent, type OfMessage } from './send.ts';
import { messages } from './store.ts';

const toOther: Notify<EngineContext, OfMessage> = async (ctx, { data }) => {
  const found = await messages.on(ctx.db).findById(data.message).lean();
  if (!found) return [];
  const participation = await participationOf(ctx, data.participation);
  const { side, media, from } = found;
  const params = { name: await nameOf(ctx, from), words: found.text || '—' };
  if (side === 'mentor') {
    const said = naming(text('badge-journal:message.from-mentor', params), from);
    const buttons = [[go('answer', 'badge.message')]];
    return [{ to: data.person, desk: 'participant', message: { texts: [said], media, buttons } }];
  }
  const said = naming(text('badge-mentor:message.from-participant', params), from);
  const answer = {
    label: text('badge-mentor:button.answer'),
    action: { go: 'badge.message-to', argument: data.participation },
  };
  const mentors = await actingMentors(ctx, participation);
  return mentors.map((to) => ({
    to,
    desk: 'staff' as const,
    message: { texts: [said], media, buttons: [[answer]] },
  }));
};

export const messageEvents: readonly Subscriptions<EngineContext>[] = [
  on(messageSent, { notify: { other: toOther } }),
];
