// Undoing: for five minutes, by whoever decided, unless something rests on the decision already; the item waits again, and a
// repeat or a late event changes nothing.
import { expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { decideAccreditation, organisationOf } from '../../../engine/organisations/accreditation.ts';
import { accreditationReview } from '../../../engine/organisations/accreditation-review.ts';
import { placeSeat } from '../../../engine/programmes/credit/cases.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  hoursReview,
  inviteStudent,
  payoutReview,
  reportHours,
  settlePayout,
} from '../../../engine/programmes/credit/programme.ts';
import { interviewReview } from '../../../engine/programmes/credit/reviews/kinds.ts';
import { settlementOf } from '../../../engine/reviews/settlement.ts';
import { UNDO_WITHIN, undoDecision } from '../../../engine/reviews/undo.ts';
import { seats } from '../../../engine/store/seats.ts';
import {
  BIN,
  codesOf,
  newCommand,
  newHost,
  newProject,
  newStaff,
  newStudent,
  personOf,
  unwrap,
} from '../../support/credit/cast.ts';
import { orderedPayout } from '../../support/credit/ordered-payout.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';

const stage = withEngine();
const undo = (actor: Actor, subject: string) =>
  undoDecision(stage.ctx, newCommand(actor), hoursReview, subject);
const stateOf = async (subject: string) => (await hoursReview.read(stage.ctx, subject)).state;

async function booked() {
  const { ctx } = stage;
  const host = await newHost(ctx);
  const student = await newStudent(ctx, 'worker');
  const project = await newProject(ctx, host.head, { places: 1 });
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), project));
  return { ...host, ...project, student, interviewId };
}

async function reported() {
  const { ctx } = stage;
  const made = await booked();
  unwrap(await inviteStudent(ctx, newCommand(made.coordinator), made.interviewId));
  unwrap(
    await acceptInvitation(ctx, newCommand(made.student), { interviewId: made.interviewId, target: 20 }),
  );
  const date = localDate(stage.clock.now());
  const hours = { date, start: '08:00', minutes: 60, what: 'Кітап оқыдық', media: [] };
  stage.clock.advance(DAY);
  const entryId = unwrap(await reportHours(ctx, newCommand(made.student), hours));
  return { ...made, hours, entryId };
}

it('opens confirmed hours again, tells the student, and a repeat answers the same', async () => {
  const { ctx } = stage;
  const { coordinator, student, entryId } = await reported();
  unwrap(await decideHours(ctx, newCommand(coordinator), { entryId, confirm: true }));
  await carryOn(ctx);
  const command = newCommand(coordinator);
  expect(await undoDecision(ctx, command, hoursReview, entryId)).toEqual({ ok: true, value: entryId });
  expect(await undoDecision(ctx, command, hoursReview, entryId)).toEqual({ ok: true, value: entryId });
  expect(await stateOf(entryId)).toBe('open');
  const { told, settled } = await carryOn(ctx);
  expect(told.map(({ to, message }) => [to, message.texts[0]?.key])).toEqual([
    [student.id, 'credit:notice.hours-undone'],
  ]);
  // Every copy of the card is open again.
  const buttons = settled[0]?.message.buttons?.flat().map(({ label }) => label.key);
  expect(buttons).toContain('credit-staff:button.confirm-hours');
  expect(codesOf(await undo(coordinator, entryId))).toEqual(['reviews.nothing-to-undo']);
  unwrap(
    await decideHours(ctx, newCommand(coordinator), { entryId, confirm: false, reason: 'Күнін жазыңыз' }),
  );
  expect(await stateOf(entryId)).toBe('decided');
});

it('is the decider’s alone, and theirs for five minutes', async () => {
  const { ctx } = stage;
  const { coordinator, head, registrar, student, entryId } = await reported();
  unwrap(await decideHours(ctx, newCommand(coordinator), { entryId, confirm: true }));
  expect(codesOf(await undo(head, entryId))).toEqual(['reviews.undo-not-yours']);
  for (const other of [registrar, student])
    expect(codesOf(await undo(other, entryId))).toEqual(['common.not-allowed']);
  const own = async () => (await settlementOf(ctx, hoursReview, entryId)).own;
  const label = { key: 'reviews:button.undo' };
  expect((await own())?.message.buttons?.[0]?.[0]?.label).toEqual(label);
  expect((await own())?.person).toBe(coordinator.id);
  stage.clock.advance(UNDO_WITHIN - 1);
  expect(await own()).toBeDefined();
  stage.clock.advance(1);
  expect(await own()).toBeUndefined();
  expect(codesOf(await undo(coordinator, entryId))).toEqual(['reviews.undo-too-late']);
  expect(await stateOf(entryId)).toBe('decided');
});

it('is refused once an entry stands in the place of the returned one', async () => {
  const { ctx } = stage;
  const { coordinator, student, hours, entryId } = await reported();
  unwrap(
    await decideHours(ctx, newCommand(coordinator), { entryId, confirm: false, reason: 'Қайта жазыңыз' }),
  );
  unwrap(await reportHours(ctx, newCommand(student), { ...hours, minutes: 30 }));
  expect(codesOf(await undo(coordinator, entryId))).toEqual(['reviews.undo-overtaken']);
  expect(await stateOf(entryId)).toBe('decided');
});

it('is refused where another version was seen', async () => {
  const { ctx } = stage;
  const { coordinator, entryId } = await reported();
  unwrap(await decideHours(ctx, newCommand(coordinator), { entryId, confirm: true }));
  const stale = { ...newCommand(coordinator), seen: 'c1' };
  expect(codesOf(await undoDecision(ctx, stale, hoursReview, entryId))).toEqual(['common.changed-meanwhile']);
});

it('takes an invitation back: its place is free, and a new one is held beside the late event', async () => {
  const { ctx } = stage;
  const { coordinator, student, interviewId, projectId } = await booked();
  const holders = async () => (await seats.on(ctx.db).findById(placeSeat(projectId)).lean())?.holders.length;
  unwrap(await inviteStudent(ctx, newCommand(coordinator), interviewId));
  unwrap(await undoDecision(ctx, newCommand(coordinator), interviewReview, interviewId));
  await carryOn(ctx);
  expect(await holders()).toBe(0);
  unwrap(await inviteStudent(ctx, newCommand(coordinator), interviewId));
  unwrap(await undoDecision(ctx, newCommand(coordinator), interviewReview, interviewId));
  // The only place is free by the event alone; invited again before that, there is none.
  expect(codesOf(await inviteStudent(ctx, newCommand(coordinator), interviewId))).toEqual([
    'credit.no-places-left',
  ]);
  await carryOn(ctx);
  stage.clock.advance(DAY);
  unwrap(await inviteStudent(ctx, newCommand(coordinator), interviewId));
  await carryOn(ctx);
  expect(await holders()).toBe(1);
  // The due date of the first invitation ends nothing: the later one has its own.
  stage.clock.advance(7 * DAY - DAY / 2);
  const { told } = await carryOn(ctx);
  expect(told.map(({ message }) => message.texts[0]?.key)).not.toContain('credit:notice.lapsed');
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  expect(codesOf(await undoDecision(ctx, newCommand(coordinator), interviewReview, interviewId))).toEqual([
    'reviews.undo-too-late',
  ]);
});

it('leaves an invitation that was answered', async () => {
  const { ctx } = stage;
  const { coordinator, student, interviewId } = await booked();
  unwrap(await inviteStudent(ctx, newCommand(coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  expect(codesOf(await undoDecision(ctx, newCommand(coordinator), interviewReview, interviewId))).toEqual([
    'reviews.undo-overtaken',
  ]);
});

it('opens an application for accreditation again, and money never', async () => {
  const { ctx } = stage;
  await newHost(ctx);
  const accreditor = await personOf(ctx, 'staff.telegram.accreditor');
  unwrap(await undoDecision(ctx, newCommand(accreditor), accreditationReview, BIN));
  expect((await organisationOf(ctx, BIN)).accreditation).toBe('applied');
  unwrap(await decideAccreditation(ctx, newCommand(accreditor), BIN, { accredit: true }));
  unwrap(await decideAccreditation(ctx, newCommand(accreditor), BIN, { accredit: false, reason: 'Бұзды' }));
  expect(codesOf(await undoDecision(ctx, newCommand(accreditor), accreditationReview, BIN))).toEqual([
    'reviews.undo-final',
  ]);
  const centre = await newStaff(ctx, 'centre', [{ role: 'financial-centre', scope: 'all' }]);
  const creditId = await orderedPayout(ctx, 'paid');
  unwrap(await settlePayout(ctx, newCommand(centre), { creditId, paid: true, bankReference: 'KZ-1' }));
  expect(codesOf(await undoDecision(ctx, newCommand(centre), payoutReview, creditId))).toEqual([
    'reviews.undo-final',
  ]);
});
