// Decisions through the real store: made once, final, reopened with a reason by the named role, and concluded anew.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomesOfSitting, seeProtocol } from '../../../engine/commissions/see.ts';
import { caseOf, sittingOf } from '../../../engine/commissions/store.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../engine/commissions/use-cases/conclude-sitting.ts';
import { withdrawCase } from '../../../engine/commissions/use-cases/feed-case.ts';
import { giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { reopenCase } from '../../../engine/commissions/use-cases/reopen-case.ts';
import { byRank, questionOf, ruleOf, scoresOf, yesOrNo } from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  closed,
  codesOf,
  matterFor,
  member,
  openStage,
  overseer,
  secretary,
  unwrap,
  withCases,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('a decision', () => {
  it('is the same for a repeat of any command, and made once', async () => {
    const { ctx } = stage;
    const { sitting: at, id } = await withCases(ctx, ruleOf(), 3, 'a');
    const again = <T>(act: () => Promise<T>) => Promise.all([act(), act(), act()]);
    const commands = [1, 2].map((n) => ({ n, command: by(member(n)) }));
    for (const { n, command } of commands)
      await again(() => giveScores(ctx, command, id, { scores: scoresOf(n + 4, 3), isFinal: true }));
    const [close, conclude] = [by(secretary), by(secretary)];
    const outcomes = await again(() => closeCase(ctx, close, id));
    expect(outcomes.map(unwrap)).toEqual(['ranked', 'ranked', 'ranked']);
    const numbers = await again(() => concludeSitting(ctx, conclude, at));
    expect(numbers.map(unwrap)).toEqual([1, 1, 1]);
    expect((await caseOf(ctx, id)).v).toBe(4);
    expect((await sittingOf(ctx, at)).conclusions).toHaveLength(1);
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toEqual(['commissions.case-closed']);
    expect(codesOf(await concludeSitting(ctx, by(secretary), at))).toEqual(['commissions.sitting-concluded']);
  });

  it('gives the places by rank at the conclusion, with what was withdrawn apart', async () => {
    const { ctx } = stage;
    const { sitting: at, ids } = await withCases(ctx, ruleOf(), 3, 'a', 'b', 'c', 'd');
    const [a = '', b = '', c = '', d = ''] = ids;
    await closed(ctx, a, 5, 5);
    await closed(ctx, b, 9, 9);
    await closed(ctx, c, 7, 7);
    expect(codesOf(await concludeSitting(ctx, by(secretary), at))).toEqual(['commissions.cases-open']);
    unwrap(await withdrawCase(ctx, by(secretary), d));
    expect(await outcomesOfSitting(ctx, at)).toBeNull();
    unwrap(await concludeSitting(ctx, by(secretary), at));
    const outcomes = await outcomesOfSitting(ctx, at);
    expect(outcomes?.map(({ subject, outcome, rank }) => [subject, outcome, rank])).toEqual([
      ['a', 'refused', 3],
      ['b', 'awarded', 1],
      ['c', 'awarded', 2],
      ['d', 'withdrawn', null],
    ]);
    expect(codesOf(await addCase(ctx, by(secretary), at, matterFor('e')))).toEqual([
      'commissions.sitting-concluded',
    ]);
  });

  it('by a majority stands at the closing, each question by itself', async () => {
    const { ctx } = stage;
    const second = { ...yesOrNo('refused'), id: 'invitation' };
    const rule = ruleOf({ questions: [yesOrNo('refused'), second] });
    const { sitting: at, id } = await withCases(ctx, rule, 3, 'a');
    const other = unwrap(await addCase(ctx, by(secretary), at, matterFor('a', 'invitation')));
    const say = async (on: string, ...verdicts: ('for' | 'against')[]) => {
      for (const [n, verdict] of verdicts.entries())
        unwrap(await giveScores(ctx, by(member(n + 1)), on, { scores: [], verdict, isFinal: true }));
      return unwrap(await closeCase(ctx, by(member(1)), on));
    };
    expect(await say(id, 'for', 'for', 'against')).toBe('awarded');
    expect(await say(other, 'for', 'against')).toBe('refused');
  });

  it('is reopened by the named role with a reason, voted on anew, and concluded under the next number', async () => {
    const { ctx } = stage;
    const { sitting: at, id } = await withCases(ctx, ruleOf(), 3, 'a');
    await closed(ctx, id, 8, 8);
    unwrap(await concludeSitting(ctx, by(secretary), at));
    const first = unwrap(await seeProtocol(ctx, secretary, at));
    expect(codesOf(await reopenCase(ctx, by(overseer), id, '  '))).toEqual(['commissions.reason-missing']);
    unwrap(await reopenCase(ctx, by(overseer), id, 'A page of the file was missing'));
    expect(await outcomesOfSitting(ctx, at)).toBeNull();
    expect(codesOf(await reopenCase(ctx, by(overseer), id, 'Again'))).toEqual(['commissions.case-open']);
    // The old votes are drafts: they count for nothing until they are given anew.
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toContain('commissions.no-votes');
    await closed(ctx, id, 3, 3);
    expect(unwrap(await concludeSitting(ctx, by(secretary), at))).toBe(2);
    const next = unwrap(await seeProtocol(ctx, secretary, at));
    expect(next.protocol.replaces).toMatchObject({
      hash: first.hash,
      reopened: [{ case: id, reason: 'A page of the file was missing' }],
    });
    expect(unwrap(await seeProtocol(ctx, secretary, at, 1))).toEqual(first);
  });

  it('over a tie that wants a further vote waits for one', async () => {
    const { ctx } = stage;
    const decision = { ...byRank, places: 1, unbroken: 'vote-again' as const };
    const rule = ruleOf({ questions: [questionOf({ decision })] });
    const { sitting: at, ids } = await withCases(ctx, rule, 3, 'a', 'b');
    for (const each of ids) await closed(ctx, each, 7, 7);
    expect(codesOf(await concludeSitting(ctx, by(secretary), at))).toEqual(['commissions.tie-unbroken']);
    unwrap(await reopenCase(ctx, by(overseer), ids[1] ?? '', 'A tie'));
    await closed(ctx, ids[1] ?? '', 8, 7);
    unwrap(await concludeSitting(ctx, by(secretary), at));
    const outcomes = await outcomesOfSitting(ctx, at);
    expect(outcomes?.map(({ outcome }) => outcome)).toEqual(['refused', 'awarded']);
  });
});
