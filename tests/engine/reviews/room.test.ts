// The room of reviews with the credit's hours and payouts: items follow the documents, whatever the order and however often.
import { expect, it } from 'vitest';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { organisationScope } from '../../../engine/organisations/accreditation.ts';
import { accreditationReview } from '../../../engine/organisations/accreditation-review.ts';
import { addGrant } from '../../../engine/people/staff.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  hoursReview,
  inviteStudent,
  leaveProject,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import { removeStaff } from '../../../engine/programmes/invitations.ts';
import { partsOf, reviewKindsOf, rolesOf } from '../../../engine/programmes/rooms.ts';
import { declaredKinds } from '../../../engine/reviews/declared.ts';
import { final, type ReviewKind } from '../../../engine/reviews/kind.ts';
import { queueOf } from '../../../engine/reviews/queue.ts';
import { rebuildReviews } from '../../../engine/reviews/rebuild.ts';
import { refreshReview } from '../../../engine/reviews/refresh.ts';
import { reviews } from '../../../engine/reviews/store.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { BIN, newCommand, newHost, newProject, newStudent, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';

const stage = withEngine();
const all = () => reviews.on(stage.ctx.db).find(readsAll).sort({ _id: 1 }).lean();
const find = (id: string) => reviews.on(stage.ctx.db).findById(id).lean();

/** A student who works, with one entry that waits. */
async function working() {
  const { ctx } = stage;
  const host = await newHost(ctx);
  const student = await newStudent(ctx, 'worker');
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), await newProject(ctx, host.head)));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  const date = localDate(stage.clock.now());
  const hours = { date, start: '08:00', minutes: 60, what: 'Кітап оқыдық', media: [] };
  stage.clock.advance(DAY);
  return { ...host, student, hours };
}

it('opens an item with its deciders and closes it with who decided', async () => {
  const { ctx } = stage;
  const { student, coordinator, head, financialCentre, hours } = await working();
  const entryId = unwrap(await reportHours(ctx, newCommand(student), hours));
  await carryOn(ctx);
  expect(await find(`hours/${entryId}`)).toMatchObject({
    ...{ state: 'open', about: student.id, version: 'r0', decision: null },
    deciders: [`head@organisation:${BIN}`, 'head@all', `coordinator@organisation:${BIN}`, 'coordinator@all'],
  });
  expect(await queueOf(ctx, coordinator)).toMatchObject([{ kind: 'hours', n: 1, overdue: 0 }]);
  expect(await queueOf(ctx, head)).toMatchObject([{ kind: 'hours', n: 1 }]);
  for (const other of [student, financialCentre]) expect(await queueOf(ctx, other)).toEqual([]);
  stage.clock.advance(10 * DAY);
  expect(await queueOf(ctx, coordinator)).toMatchObject([{ kind: 'hours', n: 1, overdue: 1 }]);
  unwrap(await decideHours(ctx, newCommand(coordinator), { entryId, confirm: true }));
  await carryOn(ctx);
  expect(await queueOf(ctx, coordinator)).toEqual([]);
  expect(await find(`hours/${entryId}`)).toMatchObject({
    state: 'decided',
    decision: { how: 'confirmed', by: coordinator.id },
  });
});

it('never asks the person concerned, whichever role they hold', async () => {
  const { ctx } = stage;
  const { student, hours } = await working();
  unwrap(await reportHours(ctx, newCommand(student), hours));
  await carryOn(ctx);
  const grant = { role: 'coordinator', scope: organisationScope(BIN) } as const;
  expect(await queueOf(ctx, { ...student, grants: [grant] })).toEqual([]);
});

it('withdraws what nobody has to decide any more', async () => {
  const { ctx } = stage;
  const { student, coordinator, hours } = await working();
  const entryId = unwrap(await reportHours(ctx, newCommand(student), hours));
  await carryOn(ctx);
  unwrap(await leaveProject(ctx, newCommand(student)));
  await carryOn(ctx);
  expect(await queueOf(ctx, coordinator)).toEqual([]);
  expect(await find(`hours/${entryId}`)).toMatchObject({ state: 'withdrawn', decision: null });
});

it('is built anew from the documents as it was', async () => {
  const { ctx } = stage;
  const { student, hours } = await working();
  unwrap(await reportHours(ctx, newCommand(student), hours));
  await carryOn(ctx);
  const before = await all();
  expect(before.map(({ kind }) => kind)).toEqual(['accreditation', 'hours', 'interview']);
  await reviews.on(ctx.db).collection.deleteMany({});
  const kinds = [...reviewKindsOf(ctx).values()];
  await rebuildReviews(ctx, kinds);
  expect(await all()).toEqual(before);
  await rebuildReviews(ctx, kinds);
  expect(await all()).toEqual(before);
});

it('is not thrown back by a reading of an older document', async () => {
  const { ctx } = stage;
  const { student, coordinator, hours } = await working();
  const entryId = unwrap(await reportHours(ctx, newCommand(student), hours));
  const older = await hoursReview.read(ctx, entryId);
  unwrap(await decideHours(ctx, newCommand(coordinator), { entryId, confirm: true }));
  await refreshReview(ctx, hoursReview, entryId);
  const late: ReviewKind<typeof ctx> = { ...hoursReview, read: async () => older };
  await refreshReview(ctx, late, entryId);
  expect(await find(`hours/${entryId}`)).toMatchObject({ state: 'decided' });
});

it('gives what was assigned to a person back to the role that they gave up', async () => {
  const { ctx } = stage;
  const { student, coordinator, head, hours } = await working();
  const entryId = unwrap(await reportHours(ctx, newCommand(student), hours));
  const toOne: ReviewKind<typeof ctx> = {
    ...hoursReview,
    read: async (from, subject) => ({ ...(await hoursReview.read(from, subject)), assigned: coordinator.id }),
  };
  await carryOn(ctx);
  await refreshReview(ctx, toOne, entryId);
  expect(await find(`hours/${entryId}`)).toMatchObject({ deciders: [`person:${coordinator.id}`] });
  expect(await queueOf(ctx, head)).toEqual([]);
  expect(await queueOf(ctx, coordinator)).toMatchObject([{ n: 1 }]);
  const grant = { role: 'coordinator', scope: organisationScope(BIN) } as const;
  unwrap(await removeStaff(ctx, newCommand(head), coordinator.id, grant));
  await carryOn(ctx);
  expect(await queueOf(ctx, head)).toMatchObject([{ n: 1 }]);
  expect(await queueOf(ctx, { ...coordinator, grants: [] })).toEqual([]);
  await refreshReview(ctx, toOne, entryId);
  expect((await find(`hours/${entryId}`))?.deciders).toContain(`head@organisation:${BIN}`);
  unwrap(await addGrant(ctx, newCommand(), coordinator.id, grant));
});

it('refuses to start with a kind that nobody could decide or see', () => {
  const roles = rolesOf(stage.ctx);
  const parts = (kind: Partial<ReviewKind>) => [
    { id: 'fifth', reviewKinds: [{ ...accreditationReview, id: 'step', ...kind }] },
  ];
  const faults = (kind: Partial<ReviewKind>) => () => declaredKinds(parts(kind), roles);
  expect([...declaredKinds(parts({}), roles).keys()]).toEqual(['step']);
  expect(faults({ roles: [] })).toThrow('fifth: review kind step has no decider');
  expect(faults({ decisions: {} })).toThrow('fifth: review kind step has no decision');
  expect(faults({ undo: undefined as never })).toThrow(
    'review kind step has a reversible decision, and no undo',
  );
  expect(faults({ decisions: { 'step.end': final } })).toThrow('undoes what is final');
  expect(faults({ card: undefined as never })).toThrow('review kind step has no card');
  expect(faults({ id: 'a.b' })).toThrow('has an id that buttons cannot carry');
  expect(() => declaredKinds([...parts({}), ...parts({})], roles)).toThrow(
    'review kind step is declared twice',
  );
  expect([...declaredKinds(partsOf(stage.ctx), roles).keys()]).toEqual([
    ...['accreditation', 'interview', 'hours', 'report', 'payout', 'recredit'],
  ]);
});
