// A representative who has consented to the processing of the ward's data is led on to the agreement.
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { Notify } from '../../../parts/part.ts';
import type { guardianConsented } from '../../../people/events.ts';
import { nameOf } from '../../../people/reach.ts';
import type { EventOf } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { underWayOf } from '../cases.ts';
import { go, messageOf, toParticipant } from '../words.ts';

export const askGuardian: Notify<EngineContext, EventOf<typeof guardianConsented>['data']> = async (
  ctx,
  { data },
) => {
  const waiting = await underWayOf(ctx, data.person);
  if (!waiting || waiting.agreement.guardian) return [];
  const name = (await nameOf(ctx, data.person)) || '—';
  const said = naming(text('badge:notice.guardian-sign', { name, level: waiting.level }), data.person);
  return [toParticipant(data.guardian, messageOf([said], go('sign', 'badge.sign-ward', waiting._id)))];
};
