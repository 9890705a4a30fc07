// A compact piece of the programme that takes every kind of command once: three students, one project, every end of an
// interview, hours returned and confirmed, a report returned and approved, money and academic credits.
import type { Actor } from '../../../../../engine/kernel/actor.ts';
import { addDays } from '../../../../../engine/kernel/calendar.ts';
import { DAY } from '../../../../../engine/kernel/clock.ts';
import {
  acceptInvitation,
  bookInterview,
  cancelInterview,
  decideHours,
  decideRecredit,
  decideReport,
  declineInvitation,
  declineStudent,
  inviteStudent,
  leaveProject,
  reportHours,
  requestRecredit,
  sendReport,
  settlePayout,
} from '../../../../../engine/programmes/credit/programme.ts';
import { done, FIRST_DAY, giveNumbers, type Host, newHost, newProject, newStudent, wish } from './cast.ts';
import type { ScenarioStage } from './stage.ts';

type Project = { readonly projectId: string; readonly slotId: string };

/** May be played again over what a broken-off run has left: every command is applied once. */
export async function playScenario(stage: ScenarioStage): Promise<void> {
  const { ctx } = stage;
  const host = await newHost(ctx);
  await stage.says('aiym', 1, '/start');
  const project = await newProject(ctx, host.head);
  const aiym = await newStudent(ctx, 'aiym');
  await giveNumbers(ctx, aiym, 7);
  await stage.settle();
  const creditId = await isInvited(stage, host, project, aiym);
  await othersEnd(stage, host, project);
  await works(stage, host, aiym);
  await stage.says('aiym', 2, '/status');
  await reports(stage, host, aiym, creditId);
  await isPaid(stage, host, aiym, creditId);
  await stage.says('aiym', 3, '/status');
  stage.clock.advance(10 * DAY);
  await stage.settle();
}

async function isInvited({ ctx, settle }: ScenarioStage, host: Host, project: Project, student: Actor) {
  const interviewId = done(await bookInterview(ctx, wish('book', student), project));
  done(await inviteStudent(ctx, wish('invite', host.coordinator), interviewId));
  await settle();
  return done(await acceptInvitation(ctx, wish('accept', student), { interviewId, target: 20 }));
}

/** One cancels and is not invited, one declines and later leaves, one lets an invitation lapse. */
async function othersEnd(stage: ScenarioStage, host: Host, project: Project): Promise<void> {
  const { ctx, settle } = stage;
  const by = host.coordinator;
  const bota = await newStudent(ctx, 'bota');
  const cancelled = done(await bookInterview(ctx, wish('bota books', bota), project));
  done(await cancelInterview(ctx, wish('bota cancels', bota), cancelled));
  const again = done(await bookInterview(ctx, wish('bota books again', bota), project));
  const reason = 'Басқа уақыт керек';
  done(await declineStudent(ctx, wish('bota is not invited', by), { interviewId: again, reason }));
  const dana = await newStudent(ctx, 'dana');
  const declined = done(await bookInterview(ctx, wish('dana books', dana), project));
  done(await inviteStudent(ctx, wish('dana is invited', by), declined));
  done(await declineInvitation(ctx, wish('dana declines', dana), declined));
  await settle();
  const taken = done(await bookInterview(ctx, wish('dana books again', dana), project));
  done(await inviteStudent(ctx, wish('dana is invited again', by), taken));
  done(await acceptInvitation(ctx, wish('dana accepts', dana), { interviewId: taken, target: 20 }));
  done(await leaveProject(ctx, wish('dana leaves', dana)));
  await settle();
  const erik = await newStudent(ctx, 'erik');
  const lapsing = done(await bookInterview(ctx, wish('erik books', erik), project));
  done(await inviteStudent(ctx, wish('erik is invited', by), lapsing));
  await settle();
}

async function works({ ctx, clock, settle }: ScenarioStage, host: Host, student: Actor): Promise<void> {
  const decide = async (name: string, minutes: number, day: number, confirm: boolean): Promise<void> => {
    const date = addDays(FIRST_DAY, day);
    const hours = { date, start: '06:00', minutes, what: 'Кітап оқыдық', media: [] };
    const entryId = done(await reportHours(ctx, wish(`report ${name}`, student), hours));
    const decision = confirm
      ? { entryId, confirm: true as const }
      : { entryId, confirm: false as const, reason: 'Ерте' };
    done(await decideHours(ctx, wish(`decide ${name}`, host.coordinator), decision));
  };
  clock.advance(DAY);
  await decide('short day', 240, 0, false);
  await decide('first day', 240, 0, true);
  clock.advance(DAY);
  await decide('second day', 480, 1, true);
  await settle();
  clock.advance(DAY);
  await decide('third day', 480, 2, true);
  await settle();
}

async function reports({ ctx, settle }: ScenarioStage, host: Host, student: Actor, creditId: string) {
  const text = 'Қарттар үйінде жиырма сағат бойы кітап оқып, серуенге бірге шықтым, телефонды үйреттім.';
  done(await sendReport(ctx, wish('report', student), { text, media: [] }));
  const comment = 'Толығырақ жазыңыз';
  done(await decideReport(ctx, wish('report returned', host.head), { creditId, approve: false, comment }));
  done(await sendReport(ctx, wish('report again', student), { text: `${text} Суреттер де бар.`, media: [] }));
  await settle();
  done(await decideReport(ctx, wish('report approved', host.head), { creditId, approve: true }));
  await settle();
}

async function isPaid({ ctx, settle }: ScenarioStage, host: Host, student: Actor, creditId: string) {
  const paid = { creditId, paid: true as const, bankReference: 'KZ-0001' };
  done(await settlePayout(ctx, wish('paid', host.financialCentre), paid));
  done(await requestRecredit(ctx, wish('recredit', student), creditId));
  await settle();
  done(await decideRecredit(ctx, wish('recredit confirmed', host.registrar), { creditId, confirm: true }));
  await settle();
}
