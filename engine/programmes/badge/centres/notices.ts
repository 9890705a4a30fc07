// What operators and heads hear of a centre, from its application to its agreement.

import { systemActor } from '../../../kernel/actor.ts';
import { DAY } from '../../../kernel/clock.ts';
import { type Button, text } from '../../../kernel/message.ts';
import type { Notify, TimerHandling } from '../../../parts/part.ts';
import { takeGrant } from '../../../people/staff.ts';
import { openCard, settledCard, subjectOf } from '../../../reviews/card.ts';
import type { EventOf, Happened } from '../../../store/event.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { operatorsBut } from '../application/notices.ts';
import { centreReview } from '../application/reviews.ts';
import { centreOf } from '../cases.ts';
import { type Centre, centreScope } from '../store.ts';
import { menu, messageOf, staffGo, toEach } from '../words.ts';
import { lapseCentre } from './decide.ts';
import type { centreApplied, OfCentre } from './events.ts';

type NotifyOf = Notify<EngineContext, OfCentre>;

export const SIGN_TIMER = 'badge.centre-sign-by';
export const SIGN_SOON_TIMER = 'badge.centre-sign-soon';

export const openForDecision: NotifyOf = async (ctx, { data }) => {
  const { headId } = await centreOf(ctx, data.centre);
  const message = await openCard(ctx, centreReview, data.centre);
  return toEach(await operatorsBut(ctx, headId), message, subjectOf(centreReview.id, data.centre));
};

/** Whoever was refused as its head is no head of it any more. */
export async function takeFormerHead(
  ctx: EngineContext,
  event: EventOf<typeof centreApplied>,
): Promise<void> {
  const { formerHead, centre } = event.data;
  if (!formerHead) return;
  const command = { id: `event/${event.id}/former-head`, actor: systemActor };
  await takeGrant(ctx, command, formerHead, { role: 'centre-head', scope: centreScope(centre) });
}

const paramsOf = ({ name, decision, signBy }: Centre) => ({
  name,
  reason: decision?.reason ?? '',
  ...(signBy && { until: signBy.toISOString() }),
});

/** The head hears what became of it and what is next; the card is settled where it was a decision. */
export const tellHead =
  (key: string, isDecision: boolean, nextOf: (bin: string) => readonly Button[]): NotifyOf =>
  async (ctx, { data }) => {
    const centre = await centreOf(ctx, data.centre);
    const message = messageOf(
      [text(`badge-staff:notice.centre-${key}`, paramsOf(centre))],
      ...nextOf(centre._id),
    );
    const told = toEach([centre.headId], message);
    if (!isDecision) return told;
    const settles = subjectOf(centreReview.id, centre._id);
    return [{ settles, message: await settledCard(ctx, centreReview, centre._id) }, ...told];
  };

export const toSign = (bin: string) => [staffGo('sign-centre', 'badge.centre-sign', bin)];
export const toInvite = () => [staffGo('invite-mentor', 'staff.invite-to', 'mentor')];
export const toMenu = () => [menu()];

/** The operators see who let the term pass. */
export const lapsed: NotifyOf = async (ctx, event) => {
  const centre = await centreOf(ctx, event.data.centre);
  const said = text('badge-staff:notice.centre-lapsed-operator', paramsOf(centre));
  const operators = toEach(await operatorsBut(ctx, centre.headId), messageOf([said]));
  return [...(await tellHead('lapsed', false, toMenu)(ctx, event)), ...operators];
};

/** A reminder a day before the last one, and the end of the right when it has passed. */
export async function watchSigning(ctx: EngineContext, { data, id }: Happened<OfCentre>): Promise<void> {
  const { signBy } = await centreOf(ctx, data.centre);
  if (!signBy) return;
  const due = [
    [SIGN_SOON_TIMER, new Date(signBy.getTime() - DAY)],
    [SIGN_TIMER, new Date(signBy.getTime() + 1)],
  ] as const;
  for (const [kind, dueAt] of due)
    await setTimer(ctx, { key: `${kind}/${id}`, kind, dueAt, data: { id: data.centre } });
}

export const centreTimers: Readonly<Record<string, TimerHandling<EngineContext>>> = {
  [SIGN_TIMER]: async (ctx, { data }) => {
    await lapseCentre(ctx, String(data.id));
    return [];
  },
  [SIGN_SOON_TIMER]: async (ctx, { data }) => {
    const centre = await centreOf(ctx, String(data.id));
    if (centre.state !== 'accepted') return [];
    const said = text('badge-staff:notice.centre-sign-soon', paramsOf(centre));
    return toEach([centre.headId], messageOf([said], ...toSign(centre._id)));
  },
};
