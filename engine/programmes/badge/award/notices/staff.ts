// What the operator, the commission and the centre are told of a nomination.
import { inOffice } from '../../../../commissions/composition.ts';
import type { memberInvited } from '../../../../commissions/events.ts';
import { commissionOf } from '../../../../commissions/store.ts';
import { naming } from '../../../../kernel/about.ts';
import { holdersOf } from '../../../../people/reach.ts';
import type { EventOf } from '../../../../store/event.ts';
import type { EngineContext } from '../../../context.ts';
import { centreScope } from '../../store.ts';
import { currentCommission, PURPOSE, seatTitle } from '../commission.ts';
import type { OfAward } from '../events.ts';
import { named } from '../views/people.ts';
import { go, messageOf, type NotifyOf, said, toStaff } from './parts.ts';

type Told = NotifyOf<OfAward>;

/** Operators, who ask the nominee to an interview. */
export const operatorsToldNominated: Told = async (ctx, { data }) =>
  toStaff(await holdersOf(ctx, 'operator', 'all'), data.person, await about(ctx, data, 'staff-nominated'));

export const membersToldInterview: Told = async (ctx, { data }) => {
  const { award } = await named(ctx, data.award);
  if (!award.interview || award.state !== 'interview-set') return [];
  const more = { at: award.interview.at.toISOString(), link: award.interview.link };
  return toStaff(await membersOf(ctx), data.person, await about(ctx, data, 'staff-interview', more));
};

export const membersToldHeld: Told = async (ctx, { data }) =>
  toStaff(await membersOf(ctx), data.person, await about(ctx, data, 'staff-interview-held'));

/** The centre's head who proposed, and the mentor. */
export const centreTold =
  (key: 'staff-awarded' | 'staff-not-awarded'): Told =>
  async (ctx, { data }) => {
    const { award, name } = await named(ctx, data.award);
    const heads = await holdersOf(ctx, 'centre-head', centreScope(award.centre));
    const text = naming(said(key, { name, level: award.level }), data.person);
    return toStaff([...heads, award.mentor], data.person, messageOf([text]));
  };

/** Somebody is asked to sit in the commission. */
export const toldSeat: NotifyOf<EventOf<typeof memberInvited>['data']> = async (ctx, { data }) => {
  const commission = await commissionOf(ctx, data.commission);
  const term = commission.members.find(({ person, left }) => person === data.person && left === null);
  if (commission.purpose !== PURPOSE || !term) return [];
  const seat = seatTitle(commission.rule, term.kind);
  const message = messageOf(
    [said('seat', { seat, represents: term.represents })],
    go('take-seat', 'badge.seat'),
  );
  return [{ to: data.person, desk: 'staff', message }];
};

async function membersOf(ctx: EngineContext): Promise<readonly string[]> {
  const commission = await currentCommission(ctx);
  return commission ? inOffice(commission.members).map(({ person }) => person) : [];
}

async function about(ctx: EngineContext, { award: id, person }: OfAward, key: string, more: object = {}) {
  const { award, name, centre } = await named(ctx, id);
  const text = naming(said(key, { name, centre, level: award.level, ...more }), person);
  return messageOf([text], go('nominee', 'badge.nominee', id));
}
