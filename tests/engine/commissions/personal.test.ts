// What a member may take with them, and what stays of them when they are erased.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commissionsRecord, eraseMember } from '../../../engine/commissions/personal.ts';
import { caseOf, commissionOf } from '../../../engine/commissions/store.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { declareConflict } from '../../../engine/commissions/use-cases/declare-conflict.ts';
import { giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { ruleOf, scoresOf } from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  member,
  openStage,
  secretary,
  sitting,
  unwrap,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('gives a member their own and leaves the decision as it was made', async () => {
  const { ctx } = stage;
  const { commission, sitting: at } = await sitting(ctx, ruleOf(), 4);
  const put = (subject: string) => ({ subject, question: 'merit', connections: [], facts: [] });
  const [a, b] = [
    unwrap(await addCase(ctx, by(secretary), at, put('a'))),
    unwrap(await addCase(ctx, by(secretary), at, put('b'))),
  ];
  for (const n of [1, 2, 3])
    unwrap(await giveScores(ctx, by(member(n)), a, { scores: scoresOf(n, 3), isFinal: true }));
  unwrap(await closeCase(ctx, by(secretary), a));
  unwrap(await declareConflict(ctx, by(member(1)), b, { person: 'm1', reason: 'My cousin Mysal' }));

  const record = await commissionsRecord(ctx, 'm1');
  expect(record.terms.map(({ id }) => id)).toEqual(['m1']);
  expect(record.votes.map(({ case: id, person, scores }) => [id, person, scores])).toEqual([
    [a, 'm1', scoresOf(1, 3)],
  ]);
  expect(record.conflicts.map(({ reason }) => reason)).toEqual(['My cousin Mysal']);
  expect(await commissionsRecord(ctx, 'nobody')).toEqual({
    terms: [],
    secretaryOf: [],
    votes: [],
    conflicts: [],
  });
  expect((await commissionsRecord(ctx, 'secretary')).secretaryOf).toEqual([commission]);

  const before = (await caseOf(ctx, a)).decided;
  await eraseMember(ctx, 'm1');
  await eraseMember(ctx, 'm1');
  const { members, chair } = await commissionOf(ctx, commission);
  expect([members[0]?.left?.how, members[0]?.connections, chair]).toEqual(['left', [], null]);
  expect(JSON.stringify(await caseOf(ctx, b))).not.toContain('cousin');
  expect((await caseOf(ctx, a)).decided).toEqual(before);
});
