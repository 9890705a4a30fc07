// The credit story, chapter by chapter, as people live it: who says or taps what, and what they then read.
// Keys stand for texts, so that one script reads the same in three languages and three channels; what people write
// themselves is in words.ts.
import type { Role } from '../../../engine/kernel/actor.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { credit } from '../../../engine/programmes/credit/programme.ts';
import { rolesOf } from '../../../engine/programmes/rooms.ts';
import { sectionsOf } from '../../../engine/programmes/sections.ts';
import { validBin, validIban, validIin } from '../../support/identity/numbers.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';
import type { Cast } from './cast.ts';
import { wordsIn } from './words.ts';

export const BIN = validBin(7);

/** First words with a desk: the language, then what the desk is for. */
export async function greet(person: StoryActor, about: string, start = '/start'): Promise<void> {
  await person.say(start);
  await person.hears('common:welcome.greeting');
  await person.tap(`common:language.${person.language}`);
  await person.hears(about);
}

/** The operator invites someone to a role; they open the link and tell their name. */
const sectionOf = (role: Role) => sectionsOf({ programmes: [credit] }).find(({ roles }) => roles.has(role));

export async function join(
  { operator }: Cast,
  person: StoryActor,
  role: Role,
  choices: readonly string[],
): Promise<void> {
  await operator.say('/menu');
  await operator.hears(/.+/);
  await operator.tap('staff:button.invite');
  await operator.hears('staff:invite.section');
  await operator.tap(sectionOf(role)?.title ?? role);
  await operator.hears('staff:invite.role');
  await operator.tap(rolesOf({ programmes: [credit] }).get(role)?.title ?? role);
  for (const choice of choices) {
    await operator.hears(/\?/);
    await operator.tap(choice);
  }
  const { text } = await operator.hears('staff:invite.link');
  const [, secret = ''] = /start=([\w-]+)/.exec(text) ?? [];
  await greet(person, 'staff:join.offer', `/start ${secret}`);
  await person.hears('staff:join.name');
  await person.say(wordsIn[person.language].invited);
  await person.hears('staff:join.done');
}

export async function organisationIsAccredited({ head, accreditor }: Cast): Promise<void> {
  await greet(head, 'credit-staff:about');
  await head.tap('organisations:button.register');
  await head.hears('organisations:register.head-name');
  await head.say(wordsIn[head.language].head);
  await head.hears('organisations:register.bin');
  await head.say('190140');
  await head.hears('common:reason.bin-length');
  await head.say(BIN);
  await head.hears('organisations:register.name');
  await head.say(wordsIn[head.language].organisation);
  await head.hears('organisations:register.kind');
  await head.tap('organisations:register.kind-option.local');
  await head.hears('organisations:register.region');
  await head.tap({ kk: 'Астана', ru: 'Астана', en: 'Astana' }[head.language]);
  await head.hears('organisations:register.address');
  await head.say(wordsIn[head.language].address);
  await head.hears('organisations:register.activities');
  await head.tap('organisations:direction.elderly');
  await head.hears('organisations:register.activities');
  await head.tap('common:button.done');
  await head.hears('organisations:register.contact');
  await head.say('test@example.kz');
  await head.hears('organisations:register.review');
  await head.tap('credit-staff:button.send');
  await head.hears('organisations:register.sent');

  await accreditor.hears('organisations:card.accreditation-ahead');
  await accreditor.tap('organisations:button.accredit');
  await accreditor.hears('organisations:result.accreditation.accredited');
  await head.hears('organisations:notice.accredited');
}

export async function coordinatorJoins({ head, coordinator }: Cast): Promise<void> {
  await head.say('/menu');
  await head.hears(/.+/);
  await head.tap('staff:button.invite-as');
  const { text } = await head.hears('staff:invite.link');
  const [, secret = ''] = /start=([\w-]+)/.exec(text) ?? [];
  await greet(coordinator, 'staff:join.offer', `/start ${secret}`);
  await coordinator.say(wordsIn[coordinator.language].coordinator);
  await coordinator.hears('staff:join.done');
}

export async function projectIsPublished({ head }: Cast): Promise<void> {
  await head.say('/menu');
  await head.hears(/.+/);
  await head.tap('credit-staff:button.new-project');
  await head.hears('credit-staff:project.direction');
  await head.tap('organisations:direction.elderly');
  await head.hears('credit-staff:project.title');
  await head.say(wordsIn[head.language].project);
  await head.hears('credit-staff:project.description');
  await head.say(wordsIn[head.language].description);
  await head.hears('credit-staff:project.region');
  await head.tap({ kk: 'Астана', ru: 'Астана', en: 'Astana' }[head.language]);
  await head.hears('credit-staff:project.address');
  await head.say(wordsIn[head.language].address);
  await head.hears('credit-staff:project.from');
  await head.tap('common:day.today');
  await head.hears('credit-staff:project.to');
  await head.say('20.12');
  await head.hears('credit-staff:project.places');
  await head.say('2');
  await head.hears('credit-staff:project.slots');
  await head.say('06.10 15:00 3\n07.10 15:00 3');
  await head.hears('credit-staff:project.slots-more');
  await head.tap('credit-staff:button.done');
  await head.hears('credit-staff:project.review');
  await head.tap('credit-staff:button.publish');
  await head.hears('credit-staff:project.published');
}

export async function studentRegisters(world: World, { student }: Cast): Promise<void> {
  await greet(student, 'credit:welcome');
  await student.tap('credit:button.register');
  await student.hears('credit:register.consent');
  await student.tap('credit:register.agree');
  await student.hears('register:which-name');
  await student.say(wordsIn[student.language].student);
  await student.hears('credit:register.which-university');
  await student.tap({ kk: 'университеті', ru: 'Университет', en: 'University' }[student.language]);
  await student.hears('credit:register.which-year');
  await student.tap('credit:register.year');
  await student.hears('credit:register.which-region');
  await student.tap({ kk: 'Астана', ru: 'Астана', en: 'Astana' }[student.language]);
  await student.hears('credit:register.which-phone');
  await student.tap('common:button.skip');
  await student.hears('register:which-birth-date');
  await student.say('14.05.2005');
  await student.hears('credit:register.review');
  await student.tap('credit:button.register');
  await student.hears('credit:register.done');
  const form = student.link('common:button.open-form');
  if (!(await world.fillIdentity(form, { iin: validIin(7), iban: validIban(7) })))
    throw new Error('the form was refused');
  await student.getsNotice('credit:notice.identity-given');
}

export async function studentBooks({ student, head }: Cast): Promise<void> {
  await student.say('/menu');
  await student.hears('credit:menu.free');
  await student.tap('credit:button.find');
  await student.hears('credit:find.which-direction');
  await student.tap('organisations:direction.elderly');
  await student.hears('credit:find.where');
  await student.tap('credit:find.all-regions');
  await student.hears('credit:find.which-project');
  await student.tap(wordsIn[head.language].project);
  const card = await student.hears('credit:book.card');
  await student.tap(card.buttons[0]?.label ?? '');
  await student.hears('credit:book.review');
  await student.tap('credit:button.book');
  await student.hears('credit:book.done');
}

export async function studentIsInvited({ student, coordinator }: Cast): Promise<void> {
  await coordinator.hears('credit-staff:card.interview-ahead');
  await coordinator.tap('credit-staff:button.invite');
  await coordinator.hears('credit-staff:result.interview.invited');
  await student.getsNotice('credit:notice.invited');
  await student.tap('credit:button.accept');
  await student.hears('credit:invitation.which-target');
  await student.tap('20');
  await student.hears('credit:invitation.review');
  await student.tap('credit:button.accept');
  await student.hears('credit:invitation.accepted');
}

export interface Work {
  readonly time: string;
  readonly photo?: boolean;
}

/** The student reports hours of today; nothing is decided yet. */
export async function hoursAreReported({ student }: Pick<Cast, 'student'>, work: Work): Promise<void> {
  await student.say('/menu');
  await student.hears('credit:menu.working');
  await student.tap('credit:button.report-hours');
  await student.hears('credit:hours.what');
  await student.say(wordsIn[student.language].work);
  await student.hears('credit:hours.photos');
  if (work.photo) {
    await student.sendPhoto();
    await student.hears('common:dialogue.files-so-far');
    await student.tap('common:button.done');
  } else await student.tap('common:button.skip');
  await student.hears('credit:hours.which-date');
  await student.tap('common:day.today');
  await student.hears('credit:hours.which-time');
  await student.say(work.time);
  await student.hears('credit:hours.review');
  await student.tap('credit:button.send');
  await student.hears('credit:hours.sent');
}

export async function hoursAreConfirmed({ student, coordinator }: Cast, complete = false): Promise<void> {
  await coordinator.hears('credit-staff:card.hours-ahead');
  await coordinator.tap('credit-staff:button.confirm-hours');
  await coordinator.hears('credit-staff:result.hours.confirmed');
  await student.hears(complete ? 'credit:notice.hours-complete' : 'credit:notice.hours-confirmed');
}

export async function hoursAreReturned({ student, coordinator }: Cast): Promise<void> {
  await coordinator.hears('credit-staff:card.hours-ahead');
  await coordinator.tap('credit-staff:button.return');
  await coordinator.hears('credit-staff:ask-reason.hours-return');
  await coordinator.say(wordsIn[coordinator.language].returned);
  await coordinator.hears('credit-staff:sure.hours-returned');
  await coordinator.tap('credit-staff:button.return');
  await coordinator.hears('credit-staff:done.hours-returned');
  await student.hears('credit:notice.hours-returned');
}

/** Three days of work: returned once, with a photo once, 20 hours in the end. */
export async function twentyHours(world: World, cast: Cast): Promise<void> {
  await hoursAreReported(cast, { time: '06:00–10:00' });
  await hoursAreReturned(cast);
  await hoursAreReported(cast, { time: '06:00–10:00', photo: true });
  await hoursAreConfirmed(cast);
  await world.clock.advance(DAY);
  await hoursAreReported(cast, { time: '01:00–09:00' });
  await hoursAreConfirmed(cast);
  await world.clock.advance(DAY);
  await hoursAreReported(cast, { time: '01:00–09:00' });
  await hoursAreConfirmed(cast, true);
}

export async function reportIsApproved({ student, head }: Cast): Promise<void> {
  await student.tap('credit:button.send-report');
  await student.hears('credit:report.text');
  await student.say(wordsIn[student.language].report);
  await student.hears('credit:report.photos');
  await student.tap('common:button.skip');
  await student.hears('credit:report.review');
  await student.tap('credit:button.send');
  await student.hears('credit:report.sent');
  await head.hears('credit-staff:card.report-ahead');
  await head.tap('credit-staff:button.approve');
  await head.hears('credit-staff:sure.approved');
  await head.tap('credit-staff:button.approve');
  await head.hears('credit-staff:result.report.approved');
  await student.hears('credit:notice.report-approved');
}

export async function moneyIsPaid({ student, financialCentre }: Cast): Promise<void> {
  await financialCentre.hears('credit-staff:card.payout');
  await financialCentre.tap('credit-staff:button.paid');
  await financialCentre.hears('credit-staff:ask-reason.bank-reference');
  await financialCentre.say('KZ-0001');
  await financialCentre.hears('credit-staff:sure.paid');
  await financialCentre.tap('credit-staff:button.paid');
  await financialCentre.hears('credit-staff:done.paid');
  await student.hears('credit:notice.payout-paid');
}

export async function creditsAreReCredited({ student, registrar }: Cast): Promise<void> {
  await registrar.getsNotice('credit-staff:notice.recredit-granted');
  await student.getsNotice('credit:notice.recredit-granted');
  await student.tap('credit:button.request-recredit');
  await student.hears('credit:recredit.sent');
  await registrar.hears('credit-staff:card.recredit-ahead');
  await registrar.tap('credit-staff:button.confirm-recredit');
  await registrar.hears('credit-staff:sure.recredited');
  await registrar.tap('credit-staff:button.confirm-recredit');
  await registrar.hears('credit-staff:result.recredit.confirmed');
  await student.hears('credit:notice.recredit-confirmed');
}

export async function certificateIsGiven({ student }: Cast): Promise<void> {
  await student.getsNotice('documents:notice.issued');
  await student.tap('documents:button.certificate');
  await student.hears('documents:chat.download');
  await student.say('/status');
  await student.hears('credit:payout.paid');
  await student.hears('credit:recredit.confirmed');
}
