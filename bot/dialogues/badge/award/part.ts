// What the award brings to the two desks of the badge programme: scripts, and buttons of the staff menu by what somebody does.
import { type Actor, holds, scopesOf } from '../../../../engine/kernel/actor.ts';
import type { Button } from '../../../../engine/kernel/message.ts';
import {
  currentCommission,
  isMember,
  openNominees,
  proposable,
} from '../../../../engine/programmes/badge/programme.ts';
import { assess } from './assess.ts';
import { type AwardTalk, button } from './award-talk.ts';
import { ceremony } from './ceremony.ts';
import { commission, commissionForm, sittingEnd, sittingOpen } from './commission.ts';
import { interviewHeld, interviewSet } from './interview.ts';
import { privileges } from './laureate.ts';
import { memberChair, memberSeat, seat } from './members.ts';
import { nominate } from './nominate.ts';
import { nominee, nominees } from './nominees.ts';
import { recusal } from './recuse.ts';

export { awardBlock } from './laureate.ts';

export const awardStaffDialogues = [
  ...[nominate, nominees, nominee, interviewSet, interviewHeld, assess, recusal],
  ...[commission, commissionForm, sittingOpen, sittingEnd, memberSeat, memberChair, seat, ceremony],
];

export const awardParticipantDialogues = [privileges];

/** Only what the person has to do with now. */
export async function awardStaffButtons({ env, actor }: AwardTalk): Promise<readonly Button[]> {
  const formed = await currentCommission(env);
  const mayPropose = isHead(actor) && (await proposable(env, actor)).length > 0;
  const sees = holds(actor, 'operator', 'all') || isMember(actor, formed);
  const waits = sees && (await openNominees(env, actor)).length > 0;
  const isAsked = formed?.members.some(
    ({ person, joinedAt, left }) => person === actor.id && joinedAt === null && left === null,
  );
  return [
    ...(mayPropose ? [button('nominate', 'badge.nominate')] : []),
    ...(waits ? [button('nominees', 'badge.nominees')] : []),
    ...(isAsked ? [button('take-seat', 'badge.seat')] : []),
    ...(holds(actor, 'operator', 'all') ? [button('commission', 'badge.commission')] : []),
    ...(scopesOf(actor, 'mentor').length > 0 ? [button('own-rating', 'badge.own-rating')] : []),
  ];
}

const isHead = (actor: Actor): boolean => scopesOf(actor, 'centre-head').length > 0;
