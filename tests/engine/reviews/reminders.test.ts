// Reminders and escalation by what a kind declares: on time, once, for what still waits; the next role decides from then on.
import { expect, it } from 'vitest';
import type { Grant } from '../../../engine/kernel/actor.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { queueOf } from '../../../engine/reviews/queue.ts';
import { refreshReview } from '../../../engine/reviews/refresh.ts';
import { reviews } from '../../../engine/reviews/store.ts';
import { timers } from '../../../engine/store/timers.ts';
import { newStaff } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';
import { type Kind, subjectsOf } from './kinds.ts';

const stage = withEngine();
const IN = 'organisation:190140001236';
const SINCE = new Date('2026-10-05T06:00:00Z');

async function open(over: Partial<Kind>) {
  const subjects = subjectsOf(over);
  const ctx = { ...stage.ctx, programmes: subjects.programmes };
  const staff = (name: string, ...grants: Grant[]) => newStaff(ctx, name, grants);
  const mentor = await staff('mentor', { role: 'coordinator', scope: IN });
  const expert = await staff('expert', { role: 'head', scope: IN });
  const operator = await staff('operator', { role: 'operator', scope: 'all' });
  subjects.put('entry', { since: SINCE, scope: IN });
  await refreshReview(ctx, subjects.kind, 'entry');
  const refresh = () => refreshReview(ctx, subjects.kind, 'entry');
  const told = async () =>
    (await carryOn(ctx)).told.map(({ to, message }) => [to, message.texts[0]?.key] as const);
  return { ...subjects, ctx, mentor, expert, operator, refresh, told };
}

it('reminds the deciders, then tells the next role, which decides from then on', async () => {
  const due = { remindAfter: { days: 3 }, dueAfter: { days: 7 } };
  const made = await open({ ...due, escalateTo: { roles: ['head'], decide: true } });
  const { ctx, mentor, expert, told, refresh } = made;
  expect(await queueOf(ctx, expert)).toEqual([]);
  // Until the end of the third day, in Kazakhstan.
  stage.clock.set('2026-10-08T18:59:58Z');
  expect(await told()).toEqual([]);
  stage.clock.set('2026-10-08T18:59:59Z');
  await refresh();
  expect(await told()).toEqual([[mentor.id, 'reviews:notice.remind']]);
  expect(await told()).toEqual([]);
  stage.clock.set('2026-10-12T19:00:00Z');
  expect(await queueOf(ctx, mentor)).toMatchObject([{ n: 1, overdue: 1 }]);
  expect(await told()).toEqual([[expert.id, 'reviews:notice.overdue']]);
  expect(await queueOf(ctx, expert)).toMatchObject([{ n: 1, overdue: 1 }]);
  expect(await queueOf(ctx, mentor)).toMatchObject([{ n: 1 }]);
});

it('lets a role that only hears decide nothing', async () => {
  const made = await open({ dueAfter: { hours: 24 }, escalateTo: { roles: ['head'], decide: false } });
  const { ctx, expert, told } = made;
  stage.clock.advance(2 * DAY);
  expect(await told()).toEqual([[expert.id, 'reviews:notice.overdue']]);
  expect(await queueOf(ctx, expert)).toEqual([]);
});

it('tells the operators where nobody holds the next role', async () => {
  const made = await open({ dueAfter: { hours: 24 }, escalateTo: { roles: ['registrar'], decide: true } });
  stage.clock.advance(2 * DAY);
  expect(await made.told()).toEqual([[made.operator.id, 'reviews:notice.overdue']]);
});

it('is silent about what was decided, or waits anew since', async () => {
  const made = await open({ remindAfter: (_ctx, since) => new Date(since.getTime() + DAY) });
  const { mentor, put, refresh, told, ctx } = made;
  put('entry', { state: 'decided', order: 2 });
  await refresh();
  stage.clock.advance(2 * DAY);
  expect(await told()).toEqual([]);
  const since = stage.clock.now();
  put('entry', { state: 'open', since, order: 3 });
  await refresh();
  expect(await timers.on(ctx.db).countDocuments({ 'data.id': 'entry' })).toBe(2);
  stage.clock.advance(DAY);
  expect(await told()).toEqual([[mentor.id, 'reviews:notice.remind']]);
});

it('takes an instant of the reading before the declared one', async () => {
  const { ctx, kind, put, refresh } = await open({ dueAfter: { days: 7 } });
  const due = new Date('2026-10-06T00:00:00Z');
  expect((await reviews.on(ctx.db).findById('step/entry').lean())?.due).toEqual(
    new Date('2026-10-12T18:59:59Z'),
  );
  put('entry', { due, order: 2 });
  await refresh();
  expect((await reviews.on(ctx.db).findById(`${kind.id}/entry`).lean())?.due).toEqual(due);
});
