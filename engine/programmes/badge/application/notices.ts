// What participant, representative, mentor and operators hear of an application until the participant is activated.
import { appealButton } from '../../../appeals/appealable.ts';
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { Notice } from '../../../notify/notice.ts';
import type { Notify, TimerHandling } from '../../../parts/part.ts';
import { holdersOf, nameOf } from '../../../people/reach.ts';
import { people } from '../../../people/store.ts';
import { openCard, settledCard, shellButton, subjectOf } from '../../../reviews/card.ts';
import type { EngineContext } from '../../context.ts';
import { centreOf, participationOf } from '../cases.ts';
import { centreScope, type Participation } from '../store.ts';
import { endOfTerm } from '../term.ts';
import { go, messageOf, staffGo, toEach, toParticipant } from '../words.ts';
import type { OfParticipation } from './events.ts';
import { type Signatures, signaturesOf } from './proofs.ts';
import { applicationReview } from './reviews.ts';

export type NotifyOf = Notify<EngineContext, OfParticipation>;

const status = go('status', 'badge.status');

async function caseOf(ctx: EngineContext, id: string) {
  const participation = await participationOf(ctx, id);
  const person = await people.on(ctx.db).findById(participation.person).lean();
  const signed = signaturesOf(ctx.rules, participation, person, ctx.clock.now());
  return { participation, person, signed, name: person?.name ?? '—' };
}

const isReady = ({ participant, guardian }: Signatures): boolean => participant && guardian;

/** The choice is confirmed and the undertaking recorded: level, day of the decision, what is next (§3.1). */
export const confirmed: NotifyOf = async (ctx, { data }) => {
  const { participation } = await caseOf(ctx, data.participation);
  const { level, dueAt, undertaking } = participation;
  const params = { level, due: dueAt.toISOString(), at: undertaking.at.toISOString() };
  return [toParticipant(data.person, messageOf([text('badge:notice.applied', params)], status))];
};

/** Signed by whoever must: the operators get the card. Before that nobody could accept it. */
export const openForDecision: NotifyOf = async (ctx, { data }) => {
  const { participation, signed } = await caseOf(ctx, data.participation);
  if (participation.state !== 'applied' || !isReady(signed)) return [];
  const message = await openCard(ctx, applicationReview, participation._id);
  const operators = await operatorsBut(ctx, data.person);
  return toEach(operators, message, subjectOf(applicationReview.id, participation._id));
};

export const operatorsBut = async (ctx: EngineContext, personId: string): Promise<readonly string[]> =>
  (await holdersOf(ctx, 'operator', 'all')).filter((each) => each !== personId);

/** The representative has signed; where that is not proven yet, the centre hears that it may vouch for them. */
export const guardianHasSigned: NotifyOf = async (ctx, { data }) => {
  const { participation, signed, name } = await caseOf(ctx, data.participation);
  const { centre, agreement } = participation;
  if (signed.guardian) {
    const own = toParticipant(data.person, messageOf([text('badge:notice.guardian-signed')], status));
    const proven = text('badge:notice.guardian-proven', { name });
    const wards = messageOf([naming(proven, data.person)], go('wards', 'badge.wards'));
    return [own, ...(agreement.guardian ? [toParticipant(agreement.guardian.person, wards)] : [])];
  }
  const heads = await holdersOf(ctx, 'centre-head', centreScope(centre));
  const guardian = (await nameOf(ctx, agreement.guardian?.person ?? '')) || '—';
  const said = naming(text('badge-staff:notice.confirm-guardian', { name, guardian }), data.person);
  const button = staffGo('confirm-guardian', 'badge.guardian-confirm', participation._id);
  return toEach(heads, messageOf([said], button));
};

const settled = async (ctx: EngineContext, id: string) => ({
  settles: subjectOf(applicationReview.id, id),
  message: await settledCard(ctx, applicationReview, id),
});

/** Participant and representative hear it; the mentor gets to know whom to get in touch with. */
export const accepted: NotifyOf = async (ctx, { data }) => {
  const { participation, name } = await caseOf(ctx, data.participation);
  const { _id: id, level, mentor, agreement } = participation;
  const mentorName = (await nameOf(ctx, mentor)) || '—';
  const params = { level, mentor: mentorName };
  const toGuardian = agreement.guardian
    ? [wardNotice(agreement.guardian.person, 'ward-accepted', { name, level })]
    : [];
  const said = naming(text('badge-staff:notice.new-participant', { name, level }), data.person);
  return [
    await settled(ctx, id),
    toParticipant(data.person, messageOf([text('badge:notice.accepted', params)], status)),
    ...toGuardian,
    ...toEach([mentor], messageOf([said], staffGo('participant', 'badge.mentee', id))),
  ];
};

const wardNotice = (
  to: string,
  key: string,
  params: { readonly name: string; readonly level: string },
): Notice => toParticipant(to, messageOf([text(`badge:notice.${key}`, params)], go('wards', 'badge.wards')));

export const notAccepted: NotifyOf = async (ctx, { data }) => {
  const { participation, name } = await caseOf(ctx, data.participation);
  const { level, decision, agreement } = participation;
  const said = text('badge:notice.refused', { level, reason: decision?.reason ?? '' });
  const toGuardian = agreement.guardian
    ? [wardNotice(agreement.guardian.person, 'ward-refused', { name, level })]
    : [];
  return [
    await settled(ctx, participation._id),
    toParticipant(
      data.person,
      messageOf([said], go('apply-again', 'badge.apply'), appealButton(applicationReview, participation._id)),
    ),
    ...toGuardian,
  ];
};

/** «Қатысушы»: the journal counts from now on, and until when. */
export const activated: NotifyOf = async (ctx, { data }) => {
  const { participation, name } = await caseOf(ctx, data.participation);
  const { level, agreement } = participation;
  const until = (endOfTerm(participation) ?? ctx.clock.now()).toISOString();
  const toGuardian = agreement.guardian
    ? [wardNotice(agreement.guardian.person, 'ward-activated', { name, level })]
    : [];
  return [
    toParticipant(data.person, messageOf([text('badge:notice.activated', { level, until })], status)),
    ...toGuardian,
  ];
};

/** The card needs no decision any more, and the mentor hears that nothing goes on. */
export const withdrawn: NotifyOf = async (ctx, { data }) => {
  const { participation, name } = await caseOf(ctx, data.participation);
  const { mentor, decision, level } = participation;
  const said = naming(text('badge-staff:notice.withdrawn', { name, level }), data.person);
  return [await settled(ctx, participation._id), ...(decision ? toEach([mentor], messageOf([said])) : [])];
};

export const expired: NotifyOf = async (ctx, { data }) => {
  const { participation, name } = await caseOf(ctx, data.participation);
  const { mentor, level } = participation;
  const said = naming(text('badge-staff:notice.term-expired', { name, level }), data.person);
  return [
    toParticipant(
      data.person,
      messageOf([text('badge:notice.term-expired', { level })], go('apply-again', 'badge.apply')),
    ),
    ...toEach([mentor], messageOf([said])),
  ];
};

/** The 14 working days have passed and the application still waits: the operators are alerted (B-105). */
export const lateApplication: TimerHandling<EngineContext> = async (ctx, { data, dueAt }) => {
  const { participation, name } = await caseOf(ctx, String(data.id));
  const stillDue = participation.state === 'applied' && participation.dueAt < dueAt;
  if (!stillDue) return [];
  const said = text('badge-staff:notice.application-late', { name, due: participation.dueAt.toISOString() });
  const open = shellButton('open', 'staff.open', `${applicationReview.id}.${participation._id}`);
  const operators = await operatorsBut(ctx, participation.person);
  return toEach(operators, messageOf([naming(said, participation.person)], open));
};

/** Of a participation whose centre or mentor is named to the person. */
export async function placeParams(ctx: EngineContext, { centre, mentor }: Participation) {
  const { name, address, contact } = await centreOf(ctx, centre);
  return { centre: name, address, contact, mentor: (await nameOf(ctx, mentor)) || '—' };
}
