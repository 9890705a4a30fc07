// The award: proposed by the centre's head, interviewed and assessed by the commission, given with a certificate.
import { HOUR } from '../../../engine/kernel/clock.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';
import type { Cast } from './cast.ts';
import { asked, goes, goesInProgramme, joins, say, tap } from './steps.ts';
import { wordsIn } from './words.ts';

const ASTANA = { kk: 'Астана', ru: 'Астана', en: 'Astana' };
const seats = ['education', 'administrator', 'public'] as const;

export async function headProposes(_world: World, { head, participant }: Cast): Promise<void> {
  await goes(head, 'badge-award:button.nominate');
  await asked(
    head,
    ['badge-award:nominate.who', tap(wordsIn[participant.language].participant)],
    ['badge-award:nominate.grounds', say(wordsIn[head.language].grounds)],
    ['badge-award:nominate.review', tap('badge-award:button.nominate-now')],
  );
  await head.hears('badge-award:nominate.done');
  await participant.getsNotice('badge-award:notice.nominated');
}

export async function commissionIsFormed(_world: World, { operator, members }: Cast): Promise<void> {
  await goesInProgramme(operator, 'badge-award:button.commission');
  await asked(
    operator,
    ['badge-award:commission.none', tap('badge-award:button.form')],
    ['badge-award:commission.form-sure', tap('badge-award:button.form')],
  );
  await operator.hears('badge-award:commission.formed');
  for (const [at, member] of members.entries()) {
    await memberJoins(operator, member, at);
    await memberIsSeated(operator, member, at);
  }
  await asked(
    operator,
    ['badge-award:members.asked', tap('badge-award:button.commission')],
    ['badge-award:commission.title', tap('badge-award:button.name-chair')],
    ['badge-award:members.chair', tap(wordsIn[operator.language].members[0])],
  );
  await operator.hears('badge-award:members.chair-named');
}

/** The operator's link, and the member's name. */
async function memberJoins(operator: StoryActor, member: StoryActor, at: number): Promise<void> {
  await goes(operator, 'staff:button.invite');
  await asked(
    operator,
    ['staff:invite.section', tap('badge:title')],
    ['staff:invite.role', tap('badge-award:role.award-commission')],
  );
  const { text } = await operator.hears('staff:invite.link');
  await joins(member, text, wordsIn[member.language].members[at] ?? '');
}

async function memberIsSeated(operator: StoryActor, member: StoryActor, at: number): Promise<void> {
  const words = wordsIn[operator.language];
  await goesInProgramme(operator, 'badge-award:button.commission');
  await asked(
    operator,
    ['badge-award:commission.title', tap('badge-award:button.seat-member')],
    ['badge-award:members.who', tap(words.members[at] ?? '')],
    ['badge-award:members.seat', tap(`badge-award:seat.${seats[at]}`)],
    ['badge-award:members.represents', say(words.represents)],
  );
  await operator.hears('badge-award:members.asked');
  await member.getsNotice('badge-award:notice.seat');
  await member.tap('badge-award:button.take-seat');
  await asked(member, ['badge-award:members.take-sure', tap('badge-award:button.take-seat')]);
  await member.hears('badge-award:members.taken');
}

export async function nomineeIsInterviewed(
  world: World,
  { operator, members, participant }: Cast,
): Promise<void> {
  await operator.getsNotice('badge-award:notice.staff-nominated');
  await operator.tap('badge-award:button.nominee');
  await asked(
    operator,
    ['badge-award:card.head', tap('badge-award:button.set-interview')],
    ['badge-award:interview.day', tap('common:day.tomorrow')],
    ['badge-award:interview.time', say('15:00')],
    ['badge-award:interview.link', say('https://call.example/room-1')],
    ['badge-award:interview.review', tap('badge-award:button.set-now')],
  );
  await operator.hears('badge-award:interview.set');
  await participant.getsNotice('badge-award:notice.interview');
  await world.clock.advance(48 * HOUR);
  const [member] = members;
  await member.getsNotice('badge-award:notice.staff-interview');
  await member.tap('badge-award:button.nominee');
  await asked(
    member,
    ['badge-award:card.head', tap('badge-award:button.interview-held')],
    ['badge-award:interview.held-sure', tap('badge-award:button.interview-held')],
  );
  await member.hears('badge-award:interview.held');
}

export async function commissionDecides(
  _world: World,
  { operator, members, participant }: Cast,
): Promise<void> {
  await goesInProgramme(operator, 'badge-award:button.commission');
  await asked(
    operator,
    ['badge-award:commission.title', tap('badge-award:button.open-sitting')],
    ['badge-award:commission.open-sure', tap('badge-award:button.open-sitting')],
  );
  await operator.hears('badge-award:commission.opened');
  for (const member of members) await memberAssesses(member, participant);
  await goesInProgramme(operator, 'badge-award:button.commission');
  await asked(
    operator,
    ['badge-award:commission.sits', tap('badge-award:button.conclude')],
    ['badge-award:commission.end-sure', tap('badge-award:button.conclude')],
  );
  await operator.hears('badge-award:commission.concluded');
}

async function memberAssesses(member: StoryActor, participant: StoryActor): Promise<void> {
  await goes(member, 'badge-award:button.nominees');
  await asked(
    member,
    ['badge-award:nominees.title', tap(wordsIn[participant.language].participant)],
    ['badge-award:card.head', tap('badge-award:button.assess')],
    ['badge-award:assess.results', tap('9')],
    ['badge-award:assess.growth', tap('8')],
    ['badge-award:assess.citizenship', tap('9')],
    ['badge-award:assess.interview', tap('9')],
    ['badge-award:assess.award', tap('badge-award:verdict.for')],
    ['badge-award:assess.invitation', tap('badge-award:verdict.for')],
    ['badge-award:assess.review', tap('badge-award:button.vote')],
  );
  await member.hears('badge-award:assess.done');
}

export async function badgeIsGiven(_world: World, { operator, participant }: Cast): Promise<void> {
  await participant.getsNotice('badge-award:notice.awarded');
  await participant.getsNotice('documents:notice.issued');
  await goesInProgramme(operator, 'badge-award:button.commission');
  await asked(
    operator,
    ['badge-award:commission.title', tap('badge-award:button.ceremony')],
    ['badge-award:ceremony.which-town', tap(ASTANA[operator.language])],
    ['badge-award:ceremony.which-day', say('15.12')],
    ['badge-award:ceremony.which-time', say('16:00')],
    ['badge-award:ceremony.which-venue', say(wordsIn[operator.language].venue)],
    ['badge-award:ceremony.review', tap('badge-award:button.set-now')],
  );
  await operator.hears('badge-award:ceremony.set');
  await participant.getsNotice('badge-award:notice.ceremony');
  await participant.say('/status');
  await participant.hears('badge-award:own.awarded');
  await participant.tap('badge-award:button.privileges');
  await participant.hears('badge-award:privileges.title');
}
