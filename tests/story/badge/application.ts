// From the centre's application to «Қатысушы»: who joins, what the participant fills in, what the mentor does before activation.
import { validBin } from '../../support/identity/numbers.ts';
import type { World } from '../../support/world/world.ts';
import type { Cast } from './cast.ts';
import { asked, greet, joins, onePhoto, say, tap } from './steps.ts';
import { wordsIn } from './words.ts';

export const BIN = validBin(71);
const ASTANA = { kk: 'Астана', ru: 'Астана', en: 'Astana' };

export async function centreIsAccepted(_world: World, { head, operator }: Cast): Promise<void> {
  const words = wordsIn[head.language];
  await operator.say('/start');
  await operator.hears('staff:menu.calm');
  await greet(head, 'badge-staff:about');
  await head.tap('badge-staff:button.apply-centre');
  await asked(
    head,
    ['register:which-name', say(words.head)],
    ['register:review', tap('register:button.save')],
    ['badge-staff:centre.which-bin', say(BIN)],
    ['badge-staff:centre.which-name', say(words.centre)],
    ['badge-staff:centre.which-region', tap(ASTANA[head.language])],
    ['badge-staff:centre.which-address', say(words.address)],
    ['badge-staff:centre.which-contact', say('centre@example.kz')],
    ['badge-staff:centre.which-about', say(words.about)],
    ['badge-staff:centre.review', tap('badge-staff:button.send')],
  );
  await head.hears('badge-staff:centre.sent');
  await asked(
    operator,
    ['badge-staff:card.centre-ahead', tap('badge-staff:button.accept-centre')],
    ['badge-staff:sure.centre-accepted', tap('badge-staff:button.accept-centre')],
    ['badge-staff:done.centre-accepted', async () => undefined],
  );
  await head.getsNotice('badge-staff:notice.centre-accepted');
  await head.tap('badge-staff:button.sign-centre');
  await asked(head, ['badge-staff:centre.agreement', tap('badge-staff:button.sign-centre')]);
  await head.hears('badge-staff:centre.signed');
}

export async function mentorJoins(_world: World, { head, mentor }: Cast): Promise<void> {
  await head.tap('badge-staff:button.invite-mentor');
  const { text } = await head.hears('staff:invite.link');
  await joins(mentor, text, wordsIn[mentor.language].mentor);
}

export async function participantApplies(_world: World, { participant, head }: Cast): Promise<void> {
  const words = wordsIn[participant.language];
  const here = ASTANA[participant.language];
  const provider = { kk: '«Жәрдем» қоры', ru: 'Фонд «Жардем»', en: 'Jardem Fund' }[participant.language];
  await greet(participant, 'badge:welcome');
  await participant.tap('badge:button.apply');
  await asked(
    participant,
    ['register:which-name', say(words.participant)],
    ['register:which-birth-date', say('14.05.2005')],
    ['register:which-region', tap(here)],
    ['register:which-phone', tap('common:button.skip')],
    ['register:review', tap('register:button.save')],
    ['badge:consent.terms', tap('badge:consent.yes')],
    ['badge:page.which-photo', onePhoto],
    ['badge:page.which-region', tap(here)],
    ['badge:page.which-place', say(words.place)],
    ['badge:page.which-study', tap('badge:study.university')],
    ['badge:page.which-school', say(words.school)],
    ['badge:page.which-study-region', tap(here)],
    ['badge:page.which-about', say(words.me)],
    ['badge:page.which-hobby', say(words.hobby)],
    ['badge:apply.which-level', tap('badge:level.bronze')],
    ['badge:apply.which-directions', tap('common:button.done')],
    ['badge:apply.sport-form', tap('badge:form.own')],
    ['badge:apply.sport-what', say(words.activity)],
    ['badge:apply.talent-form', tap('badge:form.circle')],
    ['badge:apply.talent-what', say(words.activity)],
    ['badge:apply.heritage-form', tap('badge:form.extra-book')],
    ['badge:apply.helped-by', tap(provider)],
    ['badge:apply.led-by', tap(provider)],
    ['badge:apply.which-profile', tap('badge:profile.general')],
    ['badge:apply.which-centre', tap(wordsIn[head.language].centre)],
    ['badge:apply.which-mentor', tap(wordsIn[head.language].mentor)],
    ['badge:apply.undertaking', tap('badge:button.undertake')],
    ['badge:agreement.text', tap('badge:button.sign')],
  );
  await participant.hears('badge:agreement.signed');
}

export async function applicationIsAccepted(_world: World, { operator, participant }: Cast): Promise<void> {
  await asked(
    operator,
    ['badge-staff:card.application-ahead', tap('badge-staff:button.accept')],
    ['badge-staff:sure.application-accepted', tap('badge-staff:button.accept')],
    ['badge-staff:done.application-accepted', async () => undefined],
  );
  await participant.getsNotice('badge:notice.accepted');
}

export async function participantIsActivated(_world: World, { mentor, participant }: Cast): Promise<void> {
  const words = wordsIn[mentor.language];
  await mentor.getsNotice('badge-staff:notice.new-participant');
  await mentor.tap('badge-staff:button.participant');
  await asked(
    mentor,
    ['badge-staff:missing.talk', tap('badge-staff:button.talk')],
    ['badge-staff:talk.which-who', tap('badge-staff:talk.with.participant')],
    ['badge-staff:talk.which-residence', say(words.talk)],
    ['badge-staff:talk.which-health', say(words.talk)],
    ['badge-staff:talk.noted', tap('badge-staff:button.back-to-participant')],
    ['badge-staff:missing.briefing', tap('badge-staff:button.brief')],
    ['badge-staff:briefing.sure', tap('badge-staff:button.briefed')],
    ['badge-staff:briefing.noted', tap('badge-staff:button.back-to-participant')],
    ['badge-staff:missing.schedule', tap('badge-staff:button.schedule')],
    ['badge:schedule.draft', tap('badge:button.propose')],
  );
  await mentor.hears('badge:schedule.sent');
  await participant.getsNotice('badge:notice.schedule-proposed');
  await participant.tap('badge:button.schedule');
  await asked(participant, ['badge:schedule.proposed-by-mentor', tap('badge:button.agree')]);
  await participant.hears('badge:schedule.agreed');
  await mentor.getsNotice('badge-staff:notice.schedule-agreed');
  await mentor.tap('badge-staff:button.participant');
  await asked(
    mentor,
    ['badge-staff:mentee.talk', tap('badge-staff:button.activate')],
    ['badge-staff:activate.sure', tap('badge-staff:button.activate')],
  );
  await mentor.hears('badge-staff:activate.done');
  await participant.getsNotice('badge:notice.activated');
}
