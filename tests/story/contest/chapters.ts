// The stages of the contest as people live them: the nomination, the college's choice, the region's.
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';
import { type Cast, kinds } from './cast.ts';
import { nomineesElsewhere } from './elsewhere.ts';
import { wordsIn } from './words.ts';

/** The story goes on on that day, at ten in the morning of Kazakhstan. */
export const onDay = (world: World, day: string): Promise<void> =>
  world.clock.advance(new Date(`${day}T05:00:00Z`).getTime() - world.clock.now().getTime());

const criteria = ['study', 'achievements', 'community', 'personality'] as const;

export async function studentIsNominated(_world: World, { student }: Cast): Promise<void> {
  const words = wordsIn[student.language];
  await student.say('/start');
  await student.hears('common:welcome.greeting');
  await student.tap(`common:language.${student.language}`);
  await student.hears('contest:welcome');
  await student.tap('contest:button.begin');
  await student.hears('register:which-name');
  await student.say(words.student);
  await student.hears('register:which-birth-date');
  await student.say('14.05.2007');
  await student.hears('register:which-region');
  await student.tap(words.city);
  await student.hears('register:which-phone');
  await student.tap('common:button.skip');
  await student.hears('register:review');
  await student.tap('register:button.save');
  await student.hears('contest:consent.text');
  await student.tap('contest:consent.agree');
  await student.hears('contest:nominate.which-studies');
  await student.tap('contest:studies.college');
  await student.hears('contest:nominate.which-region');
  await student.tap(words.city);
  await student.hears('contest:nominate.which-college');
  await student.tap(words.college);
  await student.hears('contest:nominate.which-mark');
  await student.tap('contest:mark.5');
  await student.hears('contest:nominate.which-grounds');
  await student.tap('contest:ground.leader');
  await student.hears('contest:nominate.which-grounds');
  await student.tap('common:button.done');
  await student.hears('contest:nominate.what-leader');
  await student.say(words.leads);
  await student.hears('contest:nominate.files-leader');
  await student.sendPhoto();
  await student.hears('common:dialogue.files-so-far');
  await student.tap('common:button.done');
  await student.hears('contest:nominate.review');
  await student.tap('contest:button.nominate');
  await student.hears('contest:nominate.done');
}

export async function collegeConfirms(_world: World, { officer, student }: Cast): Promise<void> {
  await officer.getsNotice('contest-staff:card.nomination');
  await officer.tap('contest-staff:button.admit');
  await officer.hears('contest-staff:result.admitted');
  await student.getsNotice('contest:notice.admitted');
}

/** Whoever acts for a college or a region opens its stage in the menu. */
async function openDesk(person: StoryActor, stage: 'college' | 'region'): Promise<void> {
  await person.say('/menu');
  await person.hears('staff:menu.calm');
  await person.tap(`contest-staff:button.desk-${stage}`);
  await person.hears(`contest-staff:desk.days-${stage}`);
}

/** The commission is formed, and a member of each kind takes a seat by a link. */
async function commissionComesTogether(
  secretary: StoryActor,
  members: readonly StoryActor[],
  stage: 'college' | 'region',
): Promise<void> {
  await openDesk(secretary, stage);
  await secretary.tap('contest-staff:button.form');
  await secretary.hears('contest-staff:form.sure');
  await secretary.tap('contest-staff:button.form');
  await secretary.hears('contest-staff:form.done');
  await secretary.tap('contest-staff:button.invite-member');
  for (const [n, member] of members.entries()) {
    await secretary.hears('contest-staff:member.which-kind');
    await secretary.tap(`contest:kind.${kinds[n]}`);
    await secretary.hears('contest-staff:member.represents');
    await secretary.say(wordsIn[secretary.language].organisation);
    await secretary.hears('contest-staff:member.which-college');
    await secretary.tap('contest-staff:member.no-college');
    const { text } = await secretary.hears('contest-staff:member.link');
    const [, secret = ''] = /start=([\w-]+)/.exec(text) ?? [];
    await takesSeat(member, secret, wordsIn[member.language].members[n] ?? '');
    if (n < members.length - 1) await secretary.tap('contest-staff:button.invite-another');
  }
}

async function takesSeat(member: StoryActor, secret: string, name: string): Promise<void> {
  await member.say(`/start ${secret}`);
  await member.hears('common:welcome.greeting');
  await member.tap(`common:language.${member.language}`);
  await member.hears('contest-staff:member.offer');
  await member.hears('contest-staff:member.which-name');
  await member.say(name);
  await member.hears('contest-staff:member.joined');
}

async function putUp(secretary: StoryActor, stage: 'college' | 'region'): Promise<void> {
  await openDesk(secretary, stage);
  await secretary.tap('contest-staff:button.sit');
  await secretary.hears('contest-staff:sit.sure');
  await secretary.tap('contest-staff:button.sit');
  await secretary.hears('contest-staff:sit.done');
}

/** One nominee, criterion by criterion, then for good. */
async function scores(member: StoryActor, nominee: string, points: string): Promise<void> {
  await member.tap('contest-staff:button.score', await member.getsNotice('contest-staff:notice.to-score'));
  await member.hears('contest-staff:score.which-nominee');
  await member.say(nominee);
  for (const criterion of criteria) {
    await member.hears(`contest:criterion.${criterion}`);
    await member.hears('contest-staff:score.which-points');
    await member.tap(points);
  }
  await member.hears('contest-staff:score.sure');
  await member.tap('contest-staff:button.confirm-scores');
  await member.hears('contest-staff:score.done');
}

async function decides(secretary: StoryActor, stage: 'college' | 'region'): Promise<void> {
  await openDesk(secretary, stage);
  await secretary.tap('contest-staff:button.decide');
  await secretary.hears('contest-staff:decide.sure');
  await secretary.tap('contest-staff:button.decide');
  await secretary.hears('contest-staff:protocol.title');
}

export async function collegeChooses(world: World, cast: Cast): Promise<void> {
  const { officer, collegeMembers, student } = cast;
  await commissionComesTogether(officer, collegeMembers, 'college');
  await nomineesElsewhere(world).atTheCollege();
  await onDay(world, '2026-09-21');
  await putUp(officer, 'college');
  for (const member of collegeMembers) await scores(member, wordsIn[student.language].student, '5');
  await nomineesElsewhere(world).scoredAtTheCollege();
  await decides(officer, 'college');
  await student.getsNotice('contest:notice.chosen');
}

export async function collegeSends(world: World, { officer, student, department }: Cast): Promise<void> {
  await onDay(world, '2026-10-01');
  await openDesk(officer, 'college');
  await officer.tap('contest-staff:button.send');
  await officer.hears('contest-staff:send.which');
  await officer.tap(wordsIn[student.language].student);
  await officer.hears('contest-staff:send.sure');
  await officer.tap('contest-staff:button.send');
  await officer.hears('contest-staff:send.done');
  await student.getsNotice('contest:notice.sent');
  await department.getsNotice('contest-staff:notice.sent');
  await nomineesElsewhere(world).sentToTheRegion();
}

export async function regionDecides(world: World, cast: Cast): Promise<void> {
  const { department, regionMembers, student } = cast;
  await onDay(world, '2026-10-08');
  await commissionComesTogether(department, regionMembers, 'region');
  await putUp(department, 'region');
  for (const member of regionMembers) await scores(member, wordsIn[student.language].student, '5');
  await nomineesElsewhere(world).scoredInTheRegion();
  await decides(department, 'region');
  await student.getsNotice('contest:notice.passed');
  await student.say('/status');
  await student.hears('contest:status.passed');
}
