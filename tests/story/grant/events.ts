// The grant's events as those live them who come: attendance by the link of a QR code, surveys of three populations, a trip report and the
// certificate of a course.
import { setTimeout as pause } from 'node:timers/promises';
import { DAY } from '../../../engine/kernel/clock.ts';
import {
  admitToQuestionnaire,
  closeQuestionnaire,
  decideEvidence,
  openGathering,
  openQuestionnaire,
  sendAttendance,
} from '../../../engine/programmes/grant/programme.ts';
import { grantEvidence } from '../../../engine/programmes/grant/store.ts';
import { answerSurvey, surveyOf } from '../../../engine/surveys/answer.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';
import { actorIn, type Cast, projectIn } from './cast.ts';
import { wordsIn } from './words.ts';

const SUMMER = 65 * DAY;
const PATIENCE = 60_000;

/** Days on which the clock of the story stands then. */
const HELD = '2025-07-06';

export async function eventsAreHeld(world: World, cast: Cast): Promise<void> {
  const { guest, grantors } = cast;
  await world.clock.advance(SUMMER);
  const [course, trip] = [await opened(world, '2.1'), await opened(world, '3.2')];
  await guest.say(`/start ga_${course}`);
  await guest.hears('common:welcome.greeting');
  await guest.tap(`common:language.${guest.language}`);
  await guest.hears('register:which-name');
  await guest.say(wordsIn[guest.language].guest);
  await guest.hears('register:which-phone');
  await guest.tap('common:button.skip');
  await guest.hears('register:review');
  await guest.tap('register:button.save');
  await confirms(guest);
  await guest.say(`/start ga_${trip}`);
  await confirms(guest);
  await reports(guest);
  const manager = grantors['grant-chief-manager'];
  await manager.getsNotice(/3\.2\.1 /);
  await manager.tap('grant-staff:button.accept');
  await guest.getsNotice('grant-events:notice.report-accepted');
  await certified(world, cast, course);
}

async function opened(world: World, activity: string): Promise<string> {
  const by = newCommand(await actorIn(world, 'lead', 'participant'));
  return unwrap(
    await openGathering(world.ctx, by, { project: await projectIn(world), activity, date: HELD }),
  );
}

async function confirms(guest: StoryActor): Promise<void> {
  await guest.hears('grant-events:attend.sure');
  await guest.tap('grant-events:button.attend');
  await guest.hears('grant-events:attend.done');
}

async function reports(guest: StoryActor): Promise<void> {
  await guest.tap('grant-events:button.own-report');
  await guest.hears('grant-events:report.which-way');
  await guest.tap('grant-events:report.way.words');
  await guest.hears('grant-events:report.words');
  await guest.say(wordsIn[guest.language].report);
  await guest.hears('grant-events:report.sure');
  await guest.tap('grant-events:button.send-report');
  await guest.hears('grant-events:report.done');
}

/** The list is accepted, and the lead gives the certificates in the chat. */
async function certified(world: World, { lead, guest }: Cast, list: string): Promise<void> {
  const evidence = unwrap(
    await sendAttendance(world.ctx, newCommand(await actorIn(world, 'lead', 'participant')), list),
  );
  const manager = newCommand(await actorIn(world, 'grant-chief-manager', 'staff'));
  unwrap(await decideEvidence(world.ctx, manager, { evidence, accept: true }));
  await lead.say('/menu');
  await lead.hears('grant:menu.projects');
  await lead.tap('· ');
  await lead.hears('grant:project.title');
  await lead.tap('grant-events:button.events');
  await lead.hears('grant-events:events.title');
  await lead.tap('2.1 · ');
  await lead.hears('grant-events:list.title');
  await lead.tap('grant-events:button.certify');
  await lead.hears('grant-events:certify.sure');
  await lead.tap('grant-events:button.certify');
  await lead.hears('grant-events:certify.done');
  await guest.getsNotice('documents:notice.issued');
}

const asked = [
  { activity: '3.2', population: 'tripParticipants' },
  { activity: '2.2', population: 'courseParticipants' },
  { activity: 'C1.1', population: 'projectParticipants' },
] as const;
/** As few as are shown. */
const RESPONDENTS = 5;
/** A percentage of each population, and the export of the training's questionnaire. */
const SENT = asked.length + 1;

export async function surveysAreAnswered(world: World, { guest }: Cast): Promise<void> {
  const { ctx } = world;
  const project = await projectIn(world);
  const lead = await actorIn(world, 'lead', 'participant');
  for (const each of asked) {
    const survey = unwrap(await openQuestionnaire(ctx, newCommand(lead), { project, ...each }));
    await guest.say(`/start gs_${survey}`);
    await guest.hears('surveys:chat.anonymous');
    await answered(world, new URL(guest.link('surveys:button.answer')).pathname);
    for (let nth = 1; nth < RESPONDENTS; nth += 1) {
      const { ticket } = unwrap(
        await admitToQuestionnaire(ctx, survey, { person: null, chats: [`participant.web.visitor-${nth}`] }),
      );
      await answered(world, `/forms/survey/${survey}/${ticket}`);
    }
    unwrap(await closeQuestionnaire(ctx, newCommand(lead), survey));
  }
  await resultsAreAccepted(world, project);
}

/** The page itself is filled in elsewhere (tests/api/surveys): here its address is enough. */
async function answered({ ctx }: World, path: string): Promise<void> {
  const [, , , id = '', ticket = ''] = path.split('/');
  const survey = await surveyOf(ctx, id);
  if (!survey) throw new Error(`no survey ${id}`);
  unwrap(await answerSurvey(ctx, survey, ticket, { region: '', given: { satisfaction: ['5'] } }));
}

async function resultsAreAccepted(world: World, project: string): Promise<void> {
  const { ctx } = world;
  const manager = await actorIn(world, 'grant-chief-manager', 'staff');
  const waiting = () => grantEvidence.on(ctx.db).find({ project, state: 'sent' }).lean();
  const until = performance.now() + PATIENCE;
  while ((await waiting()).length < SENT) {
    if (performance.now() > until) throw new Error('the results of the surveys were not sent');
    await pause(50);
  }
  for (const { _id } of await waiting())
    unwrap(await decideEvidence(ctx, newCommand(manager), { evidence: String(_id), accept: true }));
}
