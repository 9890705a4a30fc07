// Byte-equal whatever the order of arrival: members, conflicts, facts, drafts and votes come in any order and side by side
// through the real store, and the protocol is the same.

import fc from 'fast-check';
import type { TObject } from 'typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commissionEvents } from '../../../engine/commissions/events.ts';
import type { Question } from '../../../engine/commissions/rule.ts';
import type { Score } from '../../../engine/commissions/shapes.ts';
import {
  caseId,
  cases,
  casesOf,
  commissions,
  sittingOf,
  sittings,
} from '../../../engine/commissions/store.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { appointChair } from '../../../engine/commissions/use-cases/appoint-chair.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../engine/commissions/use-cases/conclude-sitting.ts';
import { declareConflict } from '../../../engine/commissions/use-cases/declare-conflict.ts';
import { giveFacts } from '../../../engine/commissions/use-cases/feed-case.ts';
import { abstain, giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { removeMember } from '../../../engine/commissions/use-cases/leave-commission.ts';
import { openSitting } from '../../../engine/commissions/use-cases/open-sitting.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import {
  byRank,
  clarity,
  depth,
  poll,
  questionOf,
  ruleOf,
  scoresOf,
} from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  codesOf,
  formed,
  insisted,
  member,
  openStage,
  seated,
  secretary,
  unwrap,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const since = { by: 'fact', fact: 'since', title: 'a:b', of: 'text', prefer: 'lower' } as const;
const merit: Question = questionOf({
  criteria: [depth, clarity, poll],
  decision: {
    ...byRank,
    places: 1,
    tieBreaks: [{ by: 'top-scores', criterion: null }, since, { by: 'lot' }],
  },
});
const rule = ruleOf({ questions: [merit] });

interface Plan {
  /** Order in which members come, cases are put up, and everything else happens. */
  readonly members: readonly number[];
  readonly subjects: readonly string[];
  readonly acts: readonly number[];
  /** Whether the criteria are scored from the first to the last, or the other way. */
  readonly isForward: boolean;
  /** How many go side by side. */
  readonly concurrency: number;
}

type Act = (cases: (subject: string) => string, commission: string) => Promise<Result<unknown>>;

const vote =
  (isForward: boolean, n: number, subject: string, first: number, second: number): Act =>
  async (of) => {
    const give = (scores: Score[], isFinal: boolean) =>
      insisted(() => giveScores(stage.ctx, by(member(n)), of(subject), { scores, isFinal }));
    const draft = await give(scoresOf(0, 1), false);
    const scores = isForward ? scoresOf(first, second) : scoresOf(first, second).reverse();
    return draft.ok ? give(scores, true) : draft;
  };
const fact =
  (subject: string, name: string, value: number | string): Act =>
  (of) =>
    insisted(() => giveFacts(stage.ctx, by(systemActor), of(subject), [{ name, value }]));
const conflict =
  (n: number, subject: string, own: boolean): Act =>
  (of) => {
    const whose = { person: `m${n}`, reason: 'Kin' };
    return insisted(() => declareConflict(stage.ctx, by(own ? member(n) : secretary), of(subject), whose));
  };

/** The same acts in every run. Those of one member on one case keep their order: a later vote replaces an earlier one. */
function acts(isForward: boolean): Act[] {
  const votes = (...given: [number, string, number, number][]) =>
    given.map((each) => vote(isForward, ...each));
  const removed = { person: 'm5', reason: 'Moved' };
  return [
    ...votes([1, 'a', 9, 4], [2, 'a', 8, 5], [3, 'a', 7, 3], [1, 'b', 9, 4], [3, 'b', 8, 4]),
    (of) => insisted(() => abstain(stage.ctx, by(member(2)), of('b'))),
    ...[fact('a', 'poll', 40), fact('b', 'poll', 70), fact('a', 'since', '2026'), fact('b', 'since', '2025')],
    // Their votes may come before or after: a conflict voids the one and refuses the other.
    ...[conflict(4, 'a', true), conflict(4, 'a', false), conflict(4, 'b', false)],
    ...votes([4, 'a', 0, 1], [4, 'b', 10, 5]),
    // A member who goes: what they gave or could not give any more counts alike.
    (_of, commission) => insisted(() => removeMember(stage.ctx, by(secretary), commission, removed)),
    ...[...votes([5, 'a', 10, 5]), conflict(5, 'b', true)],
  ];
}

const EXPECTED_REFUSALS = ['commissions.recused', 'common.not-allowed', 'commissions.no-such-member'];

async function protocolAfter({ members, subjects, acts: order, isForward, concurrency }: Plan) {
  const { ctx } = stage;
  const commission = await formed(ctx, rule);
  const coming = [...members];
  await inWaves(coming, concurrency, (n) => seated(ctx, commission, n));
  unwrap(await appointChair(ctx, by(secretary), commission, 'm1'));
  const id = unwrap(await openSitting(ctx, by(secretary), commission));
  const put = (subject: string) => ({ subject, question: 'merit', connections: [], facts: [] });
  await inWaves(subjects, concurrency, async (subject) => {
    unwrap(await insisted(() => addCase(ctx, by(systemActor), id, put(subject))));
  });
  const idOf = (subject: string) => caseId(id, subject, 'merit');
  const all = acts(isForward);
  await inWaves(order, concurrency, async (at) => {
    const result = await all[at]?.(idOf, commission);
    for (const code of result ? codesOf(result) : ['no act']) expect(EXPECTED_REFUSALS).toContain(code);
  });
  for (const subject of subjects) unwrap(await closeCase(ctx, by(secretary), idOf(subject)));
  unwrap(await concludeSitting(ctx, by(secretary), id));
  const [conclusion] = (await sittingOf(ctx, id)).conclusions;
  // Their own ids are all that two runs may differ in; a lot is drawn from them, and here nothing is left to it.
  return (conclusion?.protocol ?? '').replaceAll(id, 'SITTING').replaceAll(commission, 'COMMISSION');
}

async function inWaves<T>(list: readonly T[], concurrency: number, act: (each: T) => Promise<unknown>) {
  for (let at = 0; at < list.length; at += concurrency)
    await Promise.all(list.slice(at, at + concurrency).map(act));
}

const anyOrder = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
const ACTS = Array.from({ length: 18 }, (_, n) => n);
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  members: anyOrder([1, 2, 3, 4, 5]),
  subjects: anyOrder(['a', 'b']),
  acts: anyOrder(ACTS),
  isForward: fc.boolean(),
  concurrency: fc.integer({ min: 1, max: 4 }),
});

it('writes the same protocol to the byte, and a whole audit', async () => {
  expect(acts(true)).toHaveLength(ACTS.length);
  const inOrder = {
    members: [1, 2, 3, 4, 5],
    subjects: ['a', 'b'],
    acts: ACTS,
    isForward: true,
    concurrency: 1,
  };
  const first = await protocolAfter(inOrder);
  expect(first).toContain('"outcome":{"key":"commissions:protocol.outcome.awarded"}');
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      expect(await protocolAfter(plan)).toBe(first);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

it('announces only what it declared, to the last property: no score, no verdict, no reason', async () => {
  const { ctx } = stage;
  const declared = new Map(
    commissionEvents.map(({ type, schema }) => [type, Object.keys((schema as TObject).properties).sort()]),
  );
  const seen = new Set<string>();
  for (const owner of [commissions, sittings, cases])
    await relayOutbox(
      ctx,
      owner as never,
      async ({ type, data }) => {
        expect([type, Object.keys(data).sort()]).toEqual([type, declared.get(type)]);
        seen.add(type);
      },
      { limit: 1000 },
    );
  expect(seen.size).toBeGreaterThan(8);
});

it('keeps a record of every change of a score', async () => {
  const { ctx } = stage;
  const [sittingDocument] = await ctx.db.collection('commission_sittings').find().limit(1).toArray();
  const [found] = await casesOf(ctx, String(sittingDocument?._id));
  const document = `commission_cases/${found?._id}`;
  expect(await auditFaults(ctx, document)).toEqual([]);
  const kept = await ctx.db
    .collection('audit')
    .find({ document, actor: 'person:m1' })
    .sort({ seq: 1 })
    .toArray();
  expect(kept.map(({ action }) => action)).toEqual(['scores given', 'scores changed']);
  expect(kept[1]?.details).toMatchObject({
    before: { final: false, scores: scoresOf(0, 1) },
    after: { final: true, scores: expect.arrayContaining(scoresOf(9, 4)) },
  });
});
