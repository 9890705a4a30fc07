// Deciding a group together: each item by its own command in the version that was shown; what changed meanwhile is left out, and
// only who was asked confirms and undoes it.
import { expect, it } from 'vitest';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY, MINUTE } from '../../../engine/kernel/clock.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  inviteStudent,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import { hoursReview } from '../../../engine/programmes/credit/reviews/kinds.ts';
import { reviewKindsOf } from '../../../engine/programmes/rooms.ts';
import { askBulk } from '../../../engine/reviews/bulk/ask.ts';
import { decideBulk, reasonsOf } from '../../../engine/reviews/bulk/decide.ts';
import type { Bulk } from '../../../engine/reviews/bulk/store.ts';
import { undoBulk } from '../../../engine/reviews/bulk/undo.ts';
import { queueOf } from '../../../engine/reviews/queue.ts';
import { codesOf, newCommand, newHost, newProject, newStudent, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';

const stage = withEngine();

/** A student with three entries of one week and one of the next. The clock starts on a Monday. */
async function reported() {
  const { ctx, clock } = stage;
  const host = await newHost(ctx);
  const student = await newStudent(ctx, 'worker');
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), await newProject(ctx, host.head)));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  const entries: string[] = [];
  for (const days of [1, 1, 1, 5]) {
    clock.advance(days * DAY);
    const date = localDate(clock.now());
    const hours = { date, start: '08:00', minutes: 60, what: 'Кітап оқыдық', media: [] };
    entries.push(unwrap(await reportHours(ctx, newCommand(student), hours)));
  }
  await carryOn(ctx);
  return { ...host, student, entries, group: `${student.id}-2026-10-05` };
}

const outcome = ({ items }: Bulk) =>
  Object.fromEntries(items.map((each) => [each.subject, reasonsOf(each).map(({ code }) => code)]));

it('decides what was shown, once, and leaves out what changed meanwhile', async () => {
  const { ctx } = stage;
  const { coordinator, head, entries, group } = await reported();
  const [first = '', second = '', third = ''] = entries;
  const kinds = reviewKindsOf(ctx);
  const bulk = await askBulk(ctx, newCommand(coordinator), hoursReview, group);
  expect(bulk?.items.map(({ subject }) => subject)).toEqual([first, second, third]);
  const id = bulk?._id ?? '';
  unwrap(await decideHours(ctx, newCommand(head), { entryId: second, confirm: false, reason: 'Күні қате' }));
  const wanted = { [first]: [], [second]: ['common.already-decided'], [third]: [] };
  const both = await Promise.all([
    decideBulk(ctx, newCommand(coordinator), kinds, id),
    decideBulk(ctx, newCommand(coordinator), kinds, id),
  ]);
  for (const each of both) expect(outcome(unwrap(each))).toEqual(wanted);
  expect(outcome(unwrap(await decideBulk(ctx, newCommand(coordinator), kinds, id)))).toEqual(wanted);
  const { told } = await carryOn(ctx);
  expect(
    told.filter(({ message }) => message.texts[0]?.key === 'credit:notice.hours-confirmed'),
  ).toHaveLength(2);
  expect(await queueOf(ctx, coordinator)).toMatchObject([{ kind: 'hours', n: 1 }]);
});

it('is undone as a whole, as far as nothing rests on it', async () => {
  const { ctx, clock } = stage;
  const { coordinator, head, entries, group } = await reported();
  const kinds = reviewKindsOf(ctx);
  const bulk = await askBulk(ctx, newCommand(coordinator), hoursReview, group);
  const id = bulk?._id ?? '';
  expect(codesOf(await undoBulk(ctx, newCommand(coordinator), kinds, id))).toEqual([
    'reviews.nothing-to-undo',
  ]);
  unwrap(await decideBulk(ctx, newCommand(coordinator), kinds, id));
  await expect(undoBulk(ctx, newCommand(head), kinds, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(decideBulk(ctx, newCommand(head), kinds, id)).rejects.toMatchObject({ code: 'not-found' });
  clock.advance(4 * MINUTE);
  const undone = unwrap(await undoBulk(ctx, newCommand(coordinator), kinds, id));
  expect(Object.values(outcome(undone))).toEqual([[], [], []]);
  await carryOn(ctx);
  expect(await queueOf(ctx, coordinator)).toMatchObject([{ kind: 'hours', n: entries.length }]);
  // Over: confirming it again decides nothing.
  expect(codesOf(await decideBulk(ctx, newCommand(coordinator), kinds, id))).toEqual([
    'reviews.nothing-to-undo',
  ]);
  const again = await askBulk(ctx, newCommand(coordinator), hoursReview, group);
  unwrap(await decideBulk(ctx, newCommand(coordinator), kinds, again?._id ?? ''));
  clock.advance(5 * MINUTE);
  expect(codesOf(await undoBulk(ctx, newCommand(coordinator), kinds, again?._id ?? ''))).toEqual([
    'reviews.undo-too-late',
  ]);
});

it('asks nobody who may not decide, and nothing where nothing waits', async () => {
  const { ctx } = stage;
  const { coordinator, student, registrar, group } = await reported();
  for (const other of [student, registrar])
    expect(await askBulk(ctx, newCommand(other), hoursReview, group)).toBeNull();
  expect(await askBulk(ctx, newCommand(coordinator), hoursReview, 'nobody-2026-10-05')).toBeNull();
});
