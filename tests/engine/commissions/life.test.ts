// The life of a sitting through the real store: opened lawfully, voted on blind, closed for good, reopened with a reason,
// concluded anew; and nobody who goes keeps it from going on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommissionRule } from '../../../engine/commissions/rule.ts';
import { outcomesOfSitting, seeCase, seeProtocol } from '../../../engine/commissions/see.ts';
import { caseOf, commissionOf, sittingOf } from '../../../engine/commissions/store.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { appointChair } from '../../../engine/commissions/use-cases/appoint-chair.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../engine/commissions/use-cases/conclude-sitting.ts';
import { declareConflict, liftConflict } from '../../../engine/commissions/use-cases/declare-conflict.ts';
import { withdrawCase } from '../../../engine/commissions/use-cases/feed-case.ts';
import { abstain, giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { inviteMember, joinCommission } from '../../../engine/commissions/use-cases/invite-member.ts';
import { leaveCommission, replaceMember } from '../../../engine/commissions/use-cases/leave-commission.ts';
import { openSitting } from '../../../engine/commissions/use-cases/open-sitting.ts';
import { reopenCase } from '../../../engine/commissions/use-cases/reopen-case.ts';
import { byRank, questionOf, ruleOf, scoresOf, yesOrNo } from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  codesOf,
  formed,
  granted,
  invitation,
  member,
  openStage,
  overseer,
  seated,
  secretary,
  sitting,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const matter = (subject: string, question = 'merit') => ({ subject, question, connections: [], facts: [] });
const score = (id: string, n: number, first: number, isFinal = true) =>
  giveScores(stage.ctx, by(member(n)), id, { scores: scoresOf(first, 3), isFinal });

async function withCases(rule: CommissionRule, members: number, ...subjects: string[]) {
  const place = await sitting(stage.ctx, rule, members);
  const ids: string[] = [];
  for (const each of subjects)
    ids.push(
      granted(await addCase(stage.ctx, by(secretary), place.sitting, matter(each, rule.questions[0]?.id))),
    );
  return { ...place, ids, id: ids[0] ?? '' };
}

const closed = async (id: string, ...firsts: number[]) => {
  for (const [at, first] of firsts.entries()) granted(await score(id, at + 1, first));
  return granted(await closeCase(stage.ctx, by(secretary), id));
};

describe('a sitting', () => {
  it('is opened only by a lawful composition, and says what is missing', async () => {
    const { ctx } = stage;
    const commission = await formed(ctx, ruleOf());
    const faults = async () => codesOf(await openSitting(ctx, by(secretary), commission));
    expect(await faults()).toEqual(
      ['too-few-members', 'kind-missing', 'kind-missing', 'no-chair'].map((each) => `commissions.${each}`),
    );
    await seated(ctx, commission, 1);
    await seated(ctx, commission, 3);
    await seated(ctx, commission, 4);
    granted(await appointChair(ctx, by(secretary), commission, 'm1'));
    expect(await faults()).toEqual(['commissions.kind-missing']);
    granted(await inviteMember(ctx, by(secretary), commission, invitation(2)));
    expect(await faults()).toEqual(['commissions.kind-missing']);
    granted(await joinCommission(ctx, by(member(2)), commission));
    expect(await faults()).toEqual([]);
  });

  it('takes no more members than the rule allows, and a member once', async () => {
    const { ctx } = stage;
    const { commission } = await sitting(ctx, ruleOf({ size: { least: 3, most: 3 } }), 3);
    granted(await inviteMember(ctx, by(secretary), commission, invitation(4)));
    expect(codesOf(await joinCommission(ctx, by(member(4)), commission))).toEqual([
      'commissions.too-many-members',
    ]);
    expect(codesOf(await inviteMember(ctx, by(secretary), commission, invitation(2)))).toEqual([
      'commissions.member-already',
    ]);
  });

  it('goes on when a member is replaced, and decides with the successor', async () => {
    const { ctx } = stage;
    const everyone = { ...ruleOf().quorum, numerator: 1, denominator: 1, strictly: false };
    const { commission, id } = await withCases(ruleOf({ quorum: everyone }), 3, 'a');
    granted(await score(id, 1, 8));
    granted(await score(id, 3, 8));
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toEqual(['commissions.quorum-not-reached']);
    const change = { person: 'm2', reason: 'Ill', successor: { ...invitation(4), kind: 'employers' } };
    granted(await replaceMember(ctx, by(secretary), commission, change));
    // Nobody waits for the one who left, but the kind has to be there.
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toEqual([
      'commissions.too-few-members',
      'commissions.kind-missing',
    ]);
    granted(await joinCommission(ctx, by(member(4)), commission));
    granted(await score(id, 4, 8));
    expect(granted(await closeCase(ctx, by(secretary), id))).toBe('ranked');
    const { members } = await commissionOf(ctx, commission);
    expect(members.map(({ id, left }) => [id, left?.how ?? null])).toEqual([
      ['m1', null],
      ['m2', 'replaced'],
      ['m3', null],
      ['m4', null],
    ]);
  });

  it('gives whoever comes back a term of their own, without their old chair', async () => {
    const { ctx } = stage;
    const { commission } = await sitting(ctx, ruleOf(), 3);
    granted(await leaveCommission(ctx, by(member(1)), commission));
    await seated(ctx, commission, 1);
    const { members, chair } = await commissionOf(ctx, commission);
    expect([members.map(({ id }) => id), chair]).toEqual([['m1', 'm2', 'm3', 'm1.2'], null]);
  });
});

describe('votes', () => {
  it('stay hidden from a member until their own is final, and open to them then', async () => {
    const { ctx } = stage;
    const { id } = await withCases(ruleOf(), 4, 'a');
    granted(await score(id, 2, 9));
    const seen = async () => granted(await seeCase(ctx, member(1), id));
    expect(await seen()).toMatchObject({ own: null, ballots: null, tally: null, finished: 1 });
    granted(await score(id, 1, 4, false));
    expect(await seen()).toMatchObject({ own: { final: false }, ballots: null, tally: null, finished: 1 });
    granted(await score(id, 1, 5));
    expect((await seen()).ballots).toHaveLength(2);
  });

  it('may be changed until the case is closed, each change marked; never after', async () => {
    const { ctx } = stage;
    const { id } = await withCases(ruleOf(), 3, 'a');
    granted(await score(id, 1, 4));
    granted(await score(id, 1, 6, false));
    granted(await score(id, 2, 6));
    granted(await closeCase(ctx, by(secretary), id));
    const { decided, ballots } = await caseOf(ctx, id);
    expect(ballots.find(({ person }) => person === 'm1')).toMatchObject({
      final: true,
      changedAfterFinal: true,
    });
    expect(decided?.parts.map(({ part, changedAfterFinal }) => [part, changedAfterFinal])).toEqual([
      ['vote', true],
      ['vote', false],
      ['none', false],
    ]);
    expect(codesOf(await score(id, 1, 10))).toEqual(['commissions.case-closed']);
    expect(codesOf(await abstain(ctx, by(member(3)), id))).toEqual(['commissions.case-closed']);
  });

  it('stand once final where the rule says so', async () => {
    const { id } = await withCases(ruleOf({ changes: 'until-final' }), 3, 'a');
    granted(await score(id, 1, 4, false));
    granted(await score(id, 1, 5));
    expect(codesOf(await score(id, 1, 6))).toEqual(['commissions.vote-final']);
    expect(codesOf(await abstain(stage.ctx, by(member(1)), id))).toEqual(['commissions.vote-final']);
  });

  it('are refused from whoever has a conflict, and count again when it is lifted', async () => {
    const { ctx } = stage;
    const { id } = await withCases(ruleOf(), 4, 'a');
    granted(await score(id, 2, 9));
    const conflict = { person: 'm2', reason: 'A cousin of mine' };
    granted(await declareConflict(ctx, by(member(2)), id, conflict));
    expect(codesOf(await declareConflict(ctx, by(member(2)), id, conflict))).toEqual(['common.already-done']);
    expect(codesOf(await score(id, 2, 9))).toEqual(['commissions.recused']);
    expect(granted(await seeCase(ctx, secretary, id))).toMatchObject({ entitled: 3, finished: 0 });
    granted(await liftConflict(ctx, by(secretary), id, { person: 'm2', by: 'member' }));
    expect(granted(await seeCase(ctx, secretary, id))).toMatchObject({ entitled: 4, finished: 1 });
  });

  it('are refused from whoever shares a connection with the case', async () => {
    const { ctx } = stage;
    const place = await sitting(ctx, ruleOf(), 4);
    const tied = { ...matter('a'), connections: ['organisation:3', 'person:m4'] };
    const id = granted(await addCase(ctx, by(secretary), place.sitting, tied));
    expect(codesOf(await score(id, 3, 9))).toEqual(['commissions.recused']);
    expect(codesOf(await score(id, 4, 9))).toEqual(['commissions.recused']);
    expect(codesOf(await score(id, 2, 9))).toEqual([]);
  });
});

describe('a decision', () => {
  it('is the same for a repeat of any command, and made once', async () => {
    const { ctx } = stage;
    const { sitting: at, id } = await withCases(ruleOf(), 3, 'a');
    const again = <T>(act: () => Promise<T>) => Promise.all([act(), act(), act()]);
    const commands = [1, 2].map((n) => ({ n, command: by(member(n)) }));
    for (const { n, command } of commands)
      await again(() => giveScores(ctx, command, id, { scores: scoresOf(n + 4, 3), isFinal: true }));
    const [close, conclude] = [by(secretary), by(secretary)];
    const outcomes = await again(() => closeCase(ctx, close, id));
    expect(outcomes.map(granted)).toEqual(['ranked', 'ranked', 'ranked']);
    const numbers = await again(() => concludeSitting(ctx, conclude, at));
    expect(numbers.map(granted)).toEqual([1, 1, 1]);
    expect((await caseOf(ctx, id)).v).toBe(4);
    expect((await sittingOf(ctx, at)).conclusions).toHaveLength(1);
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toEqual(['commissions.case-closed']);
    expect(codesOf(await concludeSitting(ctx, by(secretary), at))).toEqual(['commissions.sitting-concluded']);
  });

  it('gives the places by rank at the conclusion, with what was withdrawn apart', async () => {
    const { ctx } = stage;
    const { sitting: at, ids } = await withCases(ruleOf(), 3, 'a', 'b', 'c', 'd');
    const [a = '', b = '', c = '', d = ''] = ids;
    await closed(a, 5, 5);
    await closed(b, 9, 9);
    await closed(c, 7, 7);
    expect(codesOf(await concludeSitting(ctx, by(secretary), at))).toEqual(['commissions.cases-open']);
    granted(await withdrawCase(ctx, by(secretary), d));
    expect(await outcomesOfSitting(ctx, at)).toBeNull();
    granted(await concludeSitting(ctx, by(secretary), at));
    const outcomes = await outcomesOfSitting(ctx, at);
    expect(outcomes?.map(({ subject, outcome, rank }) => [subject, outcome, rank])).toEqual([
      ['a', 'refused', 3],
      ['b', 'awarded', 1],
      ['c', 'awarded', 2],
      ['d', 'withdrawn', null],
    ]);
    expect(codesOf(await addCase(ctx, by(secretary), at, matter('e')))).toEqual([
      'commissions.sitting-concluded',
    ]);
  });

  it('by a majority stands at the closing, each question by itself', async () => {
    const { ctx } = stage;
    const second = { ...yesOrNo('refused'), id: 'invitation' };
    const rule = ruleOf({ questions: [yesOrNo('refused'), second] });
    const { sitting: at, id } = await withCases(rule, 3, 'a');
    const other = granted(await addCase(ctx, by(secretary), at, matter('a', 'invitation')));
    const say = async (on: string, ...verdicts: ('for' | 'against')[]) => {
      for (const [n, verdict] of verdicts.entries())
        granted(await giveScores(ctx, by(member(n + 1)), on, { scores: [], verdict, isFinal: true }));
      return granted(await closeCase(ctx, by(member(1)), on));
    };
    expect(await say(id, 'for', 'for', 'against')).toBe('awarded');
    expect(await say(other, 'for', 'against')).toBe('refused');
  });

  it('is reopened by the named role with a reason, voted on anew, and concluded under the next number', async () => {
    const { ctx } = stage;
    const { sitting: at, id } = await withCases(ruleOf(), 3, 'a');
    await closed(id, 8, 8);
    granted(await concludeSitting(ctx, by(secretary), at));
    const first = granted(await seeProtocol(ctx, secretary, at));
    expect(codesOf(await reopenCase(ctx, by(overseer), id, '  '))).toEqual(['commissions.reason-missing']);
    granted(await reopenCase(ctx, by(overseer), id, 'A page of the file was missing'));
    expect(await outcomesOfSitting(ctx, at)).toBeNull();
    expect(codesOf(await reopenCase(ctx, by(overseer), id, 'Again'))).toEqual(['commissions.case-open']);
    // The old votes are drafts: they count for nothing until they are given anew.
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toContain('commissions.no-votes');
    await closed(id, 3, 3);
    expect(granted(await concludeSitting(ctx, by(secretary), at))).toBe(2);
    const next = granted(await seeProtocol(ctx, secretary, at));
    expect(next.protocol.replaces).toMatchObject({
      hash: first.hash,
      reopened: [{ case: id, reason: 'A page of the file was missing' }],
    });
    expect(granted(await seeProtocol(ctx, secretary, at, 1))).toEqual(first);
  });

  it('over a tie that wants a further vote waits for one', async () => {
    const { ctx } = stage;
    const decision = { ...byRank, places: 1, unbroken: 'vote-again' as const };
    const rule = ruleOf({ questions: [questionOf({ decision })] });
    const { sitting: at, ids } = await withCases(rule, 3, 'a', 'b');
    for (const each of ids) await closed(each, 7, 7);
    expect(codesOf(await concludeSitting(ctx, by(secretary), at))).toEqual(['commissions.tie-unbroken']);
    granted(await reopenCase(ctx, by(overseer), ids[1] ?? '', 'A tie'));
    await closed(ids[1] ?? '', 8, 7);
    granted(await concludeSitting(ctx, by(secretary), at));
    const outcomes = await outcomesOfSitting(ctx, at);
    expect(outcomes?.map(({ outcome }) => outcome)).toEqual(['refused', 'awarded']);
  });
});
