// Invariant 14: without a live consent the credit programme processes nobody, whoever asks and however the consent ended.
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { withdrawConsent } from '../../../engine/people/consents.ts';
import { endUnconsented } from '../../../engine/programmes/credit/personal.ts';
import {
  acceptInvitation,
  bookInterview,
  cancelInterview,
  decideHours,
  decideReport,
  giveConsent,
  inviteStudent,
  participantCard,
  participantsSeenBy,
  participationsSeenBy,
  reportHours,
  requestRecredit,
  sendReport,
  settlePayout,
} from '../../../engine/programmes/credit/programme.ts';
import {
  codesOf,
  type Host,
  newCommand,
  newHost,
  newProject,
  newStaff,
  newStudent,
  unwrap,
} from '../../support/credit/cast.ts';
import { giveIdentity } from '../../support/credit/identity.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';

const stage = withEngine('file');
let host: Host;
beforeAll(async () => {
  host = await newHost(stage.ctx);
});

const hours = (date: string, minutes = 60) => ({
  date,
  start: '08:00',
  minutes,
  what: 'Кітап оқыдым',
  media: [],
});
const text = { text: 'Қарттар үйінде жиырма сағат бойы кітап оқып бердім, серуенге шықтық.', media: [] };

async function invited(name: string) {
  const { ctx } = stage;
  const student = await newStudent(ctx, name);
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), await newProject(ctx, host.head)));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  return { student, interviewId };
}

async function working(name: string) {
  const { ctx, clock } = stage;
  const { student, interviewId } = await invited(name);
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  const today = clock.now().toISOString().slice(0, 10);
  clock.advance(DAY);
  return { student, creditId: interviewId, today };
}

const withdraw = async (student: Actor) =>
  unwrap(await withdrawConsent(stage.ctx, newCommand(student), { person: student.id, purpose: 'credit' }));

it('refuses the staff every step but an end, before the withdrawal was even carried out', async () => {
  const { ctx } = stage;
  const { student, creditId, today } = await working('steps-of-staff');
  const entryId = unwrap(await reportHours(ctx, newCommand(student), hours(today)));
  await withdraw(student);
  const confirmed = await decideHours(ctx, newCommand(host.coordinator), { entryId, confirm: true });
  const approved = await decideReport(ctx, newCommand(host.head), { creditId, approve: true });
  expect([confirmed, approved].map(codesOf)).toEqual([
    ['credit.student-without-consent'],
    ['credit.student-without-consent'],
  ]);
});

it('invites nobody whose consent is withdrawn, and still lets the student cancel', async () => {
  const { ctx } = stage;
  const student = await newStudent(ctx, 'to-invite');
  const project = await newProject(ctx, host.head);
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), project));
  await withdraw(student);
  expect(codesOf(await inviteStudent(ctx, newCommand(host.coordinator), interviewId))).toEqual([
    'credit.student-without-consent',
  ]);
  expect(codesOf(await cancelInterview(ctx, newCommand(student), interviewId))).toEqual([]);
  expect(codesOf(await bookInterview(ctx, newCommand(student), project))).toEqual(['credit.no-consent']);
});

it('refuses the student to go on, also to accept what was offered before', async () => {
  const { ctx } = stage;
  const { student, interviewId } = await invited('offered');
  const { student: other, today } = await working('at-work');
  await withdraw(student);
  await withdraw(other);
  const answers = [
    await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }),
    await reportHours(ctx, newCommand(other), hours(today)),
    await sendReport(ctx, newCommand(other), text),
  ];
  expect(answers.map(codesOf)).toEqual([['credit.no-consent'], ['credit.no-consent'], ['credit.no-consent']]);
});

it('carries out what was earned: the payout is settled; only a new re-credit request waits for a consent', async () => {
  const { ctx, clock } = stage;
  const { student, creditId, today } = await working('earned');
  clock.advance(3 * DAY);
  const days = [0, 1, 2].map((n) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10),
  );
  for (const [n, minutes] of [480, 480, 240].entries()) {
    const entryId = unwrap(await reportHours(ctx, newCommand(student), hours(days[n] ?? today, minutes)));
    unwrap(await decideHours(ctx, newCommand(host.coordinator), { entryId, confirm: true }));
  }
  await giveIdentity(ctx, student, 41);
  unwrap(await sendReport(ctx, newCommand(student), text));
  unwrap(await decideReport(ctx, newCommand(host.head), { creditId, approve: true }));
  await carryOn(ctx);
  await withdraw(student);
  await carryOn(ctx);
  expect(codesOf(await requestRecredit(ctx, newCommand(student), creditId))).toEqual(['credit.no-consent']);
  const paid = { creditId, paid: true as const, bankReference: 'KZ-41' };
  expect(codesOf(await settlePayout(ctx, newCommand(host.financialCentre), paid))).toEqual([]);
  unwrap(await giveConsent(ctx, newCommand(student)));
  expect(codesOf(await requestRecredit(ctx, newCommand(student), creditId))).toEqual([]);
});

it('shows whose consent is over to operators only', async () => {
  const { ctx } = stage;
  const { student } = await working('unseen');
  const operator = await newStaff(ctx, 'operator', [{ role: 'operator', scope: 'all' }]);
  await withdraw(student);
  const page = { limit: 100, after: null };
  const seen = async (actor: Actor) =>
    (await participantsSeenBy(ctx, actor, { q: 'unseen' }, page)).items.map((each) => each._id);
  expect(await seen(operator)).toEqual([student.id]);
  expect(await seen(host.head)).toEqual([]);
  expect(await seen(host.registrar)).toEqual([]);
  await expect(participantCard(ctx, host.head, student.id)).rejects.toMatchObject({ code: 'not-found' });
  const rows = await participationsSeenBy(ctx, host.head, { student: student.id }, page);
  expect(rows.items.map((each) => each.student.name)).toEqual(['']);
});

it('ends what runs when the term of the consent is over, and what slipped in beside a withdrawal', async () => {
  const { ctx, clock } = stage;
  const { student } = await working('term-over');
  await endUnconsented(ctx);
  const statesOf = async (id: string) =>
    (await ctx.db.collection('credit_students').findOne({ _id: id as never }))?.credits.map(
      (each: { state: string }) => each.state,
    );
  expect(await statesOf(student.id)).toEqual(['working']);
  clock.advance(5 * 365 * DAY);
  await endUnconsented(ctx);
  expect(await statesOf(student.id)).toEqual(['left']);
});
