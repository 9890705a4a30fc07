// Absence: what waits goes along the chain to the first who is there, and returns; whatever the order of comings and goings, every open
// item has somebody present, or is escalated.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { addDays, localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { comeBack, goAway } from '../../../engine/reviews/absence/use-cases.ts';
import { mayDecide } from '../../../engine/reviews/deciders.ts';
import { queueOf } from '../../../engine/reviews/queue.ts';
import { refreshReview } from '../../../engine/reviews/refresh.ts';
import { reviews } from '../../../engine/reviews/store.ts';
import { codesOf, newCommand, newStaff, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';
import { subjectsOf } from './kinds.ts';

const stage = withEngine();
const IN = 'organisation:190140001236';

/** Two mentors with an item each, an expert and two coordinators who step in, in this order; heads hear of what is for nobody. */
async function open() {
  const subjects = subjectsOf({
    substitutes: async () => [{ person: expert.id }, { role: 'registrar', scope: IN }],
    escalateTo: { roles: ['head'], decide: true },
  });
  const ctx = { ...stage.ctx, programmes: subjects.programmes };
  const staff = (name: string, role: 'coordinator' | 'registrar' | 'head') =>
    newStaff(ctx, name, [{ role, scope: IN }]);
  const mentors = [await staff('mentor-1', 'coordinator'), await staff('mentor-2', 'coordinator')] as const;
  const expert = await newStaff(ctx, 'expert', [{ role: 'registrar', scope: 'university:other' }]);
  const second = await staff('second', 'registrar');
  const head = await staff('head', 'head');
  for (const [index, mentor] of mentors.entries()) {
    subjects.put(`entry-${index}`, { since: stage.clock.now(), scope: IN, assigned: mentor.id });
    await refreshReview(ctx, subjects.kind, `entry-${index}`);
  }
  const waiting = async (actor: Actor) => (await queueOf(ctx, actor)).reduce((sum, { n }) => sum + n, 0);
  const away = async (actor: Actor, days: number) =>
    unwrap(await goAway(ctx, newCommand(actor), addDays(localDate(stage.clock.now()), days)));
  const carry = async () =>
    (await carryOn(ctx)).told.map(({ to, message }) => [to, message.texts[0]?.key] as const);
  return { ...subjects, ctx, mentors, expert, second, head, waiting, away, carry };
}

it('hands items along the chain, tells who steps in, and gives them back', async () => {
  const { mentors, expert, second, waiting, away, carry, ctx, kind } = await open();
  const [mentor] = mentors;
  await away(mentor, 2);
  expect(await carry()).toEqual([[expert.id, 'reviews:notice.stand-in']]);
  expect(await waiting(expert)).toBe(1);
  const reading = await kind.read(ctx, 'entry-0');
  expect(await mayDecide(ctx, expert, kind, 'entry-0', reading)).toBe(true);
  expect(await mayDecide(ctx, second, kind, 'entry-0', reading)).toBe(false);
  await away(expert, 1);
  await carry();
  expect([await waiting(expert), await waiting(second)]).toEqual([0, 1]);
  // The expert's last day away is over: first in the chain again.
  stage.clock.advance(2 * DAY);
  await carry();
  expect([await waiting(expert), await waiting(second)]).toEqual([1, 0]);
  stage.clock.advance(DAY);
  expect(await carry()).toEqual([[mentor.id, 'reviews:notice.back']]);
  expect([await waiting(mentor), await waiting(expert), await waiting(second)]).toEqual([1, 0, 0]);
});

it('leaves what is theirs to those who are away, and returns it when they come back early', async () => {
  const { mentors, expert, waiting, away, carry, ctx } = await open();
  const [mentor] = mentors;
  await away(mentor, 30);
  await carry();
  expect([await waiting(mentor), await waiting(expert)]).toEqual([1, 1]);
  unwrap(await comeBack(ctx, newCommand(mentor)));
  await carry();
  expect([await waiting(mentor), await waiting(expert)]).toEqual([1, 0]);
  expect(codesOf(await comeBack(ctx, newCommand(mentor)))).toEqual(['reviews.not-away']);
  const past = addDays(localDate(stage.clock.now()), -1);
  expect(codesOf(await goAway(ctx, newCommand(mentor), past))).toEqual(['reviews.away-dates']);
  expect(codesOf(await goAway(ctx, newCommand({ ...mentor, grants: [] }), past))).toEqual([
    'common.not-allowed',
  ]);
});

it('escalates what is for nobody who is there, once', async () => {
  const { mentors, expert, second, head, waiting, away, carry } = await open();
  for (const each of [mentors[0], expert, second]) await away(each, 10);
  expect((await carry()).filter(([to]) => to === head.id)).toEqual([[head.id, 'reviews:notice.nobody']]);
  expect(await waiting(head)).toBe(1);
  expect(await carry()).toEqual([]);
});

type Act = { readonly who: number; readonly what: 'away' | 'back' | 'wait'; readonly days: number };

const acts = fc.array(
  fc.record({
    who: fc.nat(4),
    what: fc.constantFrom('away' as const, 'back' as const, 'wait' as const),
    days: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);

it('leaves no open item without somebody who is there, or is told', { timeout: 120_000 }, async () => {
  const { ctx, mentors, expert, second, head, carry } = await open();
  const staff = [...mentors, expert, second, head];
  const perform = async ({ who, what, days }: Act, until: Map<string, string>) => {
    const actor = staff[who] ?? head;
    if (what === 'wait') stage.clock.advance(days * DAY);
    if (what === 'away') until.set(actor.id, unwrap(await goAway(ctx, newCommand(actor), dayIn(days))));
    if (what === 'back' && (await comeBack(ctx, newCommand(actor))).ok) until.delete(actor.id);
    await carry();
  };
  /** Whoever is first in the chain, the item lies with them and with nobody further along. */
  const look = async (index: number, until: ReadonlyMap<string, string>) => {
    const item = await reviews.on(ctx.db).findById(`step/entry-${index}`).lean();
    const isThere = (each: Actor) => (until.get(each.id) ?? '') < stage.clock.now().toISOString();
    const able = [mentors[index] ?? head, expert, second].find(isThere);
    expect(item?.escalated).toBe(able === undefined);
    expect(item?.deciders).toContain(`person:${mentors[index]?.id}`);
    expect(item?.deciders.includes(`person:${expert.id}`)).toBe(able === expert);
    expect(item?.deciders.includes(`registrar@${IN}`)).toBe(able === second);
    expect(item?.deciders.includes(`head@${IN}`)).toBe(able === undefined);
  };
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      const until = new Map<string, string>();
      for (const each of staff) await comeBack(ctx, newCommand(each));
      for (const each of all) {
        await perform(each, until);
        for (const index of mentors.keys()) await look(index, until);
      }
    }),
    { numRuns: 6, seed: 11 },
  );
});

const dayIn = (days: number): string => addDays(localDate(stage.clock.now()), days);
