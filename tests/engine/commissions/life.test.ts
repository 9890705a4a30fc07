// The life of a sitting through the real store: opened lawfully, voted on blind; and nobody who goes keeps it from going on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeCase, seeCases } from '../../../engine/commissions/see.ts';
import { caseOf, commissionOf } from '../../../engine/commissions/store.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { appointChair } from '../../../engine/commissions/use-cases/appoint-chair.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { declareConflict, liftConflict } from '../../../engine/commissions/use-cases/declare-conflict.ts';
import { abstain } from '../../../engine/commissions/use-cases/give-scores.ts';
import { inviteMember, joinCommission } from '../../../engine/commissions/use-cases/invite-member.ts';
import { leaveCommission, replaceMember } from '../../../engine/commissions/use-cases/leave-commission.ts';
import { openSitting } from '../../../engine/commissions/use-cases/open-sitting.ts';
import { ruleOf } from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  codesOf,
  formed,
  invitation,
  matterFor,
  member,
  openStage,
  score,
  seated,
  secretary,
  sitting,
  unwrap,
  withCases,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

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
    unwrap(await appointChair(ctx, by(secretary), commission, 'm1'));
    expect(await faults()).toEqual(['commissions.kind-missing']);
    unwrap(await inviteMember(ctx, by(secretary), commission, invitation(2)));
    expect(await faults()).toEqual(['commissions.kind-missing']);
    unwrap(await joinCommission(ctx, by(member(2)), commission));
    expect(await faults()).toEqual([]);
  });

  it('takes no more members than the rule allows, and a member once', async () => {
    const { ctx } = stage;
    const { commission } = await sitting(ctx, ruleOf({ size: { least: 3, most: 3 } }), 3);
    unwrap(await inviteMember(ctx, by(secretary), commission, invitation(4)));
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
    const { commission, id } = await withCases(ctx, ruleOf({ quorum: everyone }), 3, 'a');
    unwrap(await score(ctx, id, 1, 8));
    unwrap(await score(ctx, id, 3, 8));
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toEqual(['commissions.quorum-not-reached']);
    const change = { person: 'm2', reason: 'Ill', successor: { ...invitation(4), kind: 'employers' } };
    unwrap(await replaceMember(ctx, by(secretary), commission, change));
    // Nobody waits for the one who left, but the kind has to be there.
    expect(codesOf(await closeCase(ctx, by(secretary), id))).toEqual([
      'commissions.too-few-members',
      'commissions.kind-missing',
    ]);
    unwrap(await joinCommission(ctx, by(member(4)), commission));
    unwrap(await score(ctx, id, 4, 8));
    expect(unwrap(await closeCase(ctx, by(secretary), id))).toBe('ranked');
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
    unwrap(await leaveCommission(ctx, by(member(1)), commission));
    await seated(ctx, commission, 1);
    const { members, chair } = await commissionOf(ctx, commission);
    expect([members.map(({ id }) => id), chair]).toEqual([['m1', 'm2', 'm3', 'm1.2'], null]);
  });
});

describe('votes', () => {
  it('stay hidden from a member until their own is final, and open to them then', async () => {
    const { ctx } = stage;
    const { id, sitting: at } = await withCases(ctx, ruleOf(), 4, 'a');
    unwrap(await score(ctx, id, 2, 9));
    const seen = async () => unwrap(await seeCase(ctx, member(1), id));
    expect(await seen()).toMatchObject({ own: null, ballots: null, tally: null, finished: 1 });
    unwrap(await score(ctx, id, 1, 4, false));
    expect(await seen()).toMatchObject({ own: { final: false }, ballots: null, tally: null, finished: 1 });
    const all = async () => unwrap(await seeCases(ctx, member(1), at)).map(({ ballots }) => ballots?.length);
    expect(await all()).toEqual([undefined]);
    unwrap(await score(ctx, id, 1, 5));
    expect((await seen()).ballots).toHaveLength(2);
    expect(await all()).toEqual([2]);
  });

  it('may be changed until the case is closed, each change marked; never after', async () => {
    const { ctx } = stage;
    const { id } = await withCases(ctx, ruleOf(), 3, 'a');
    unwrap(await score(ctx, id, 1, 4));
    unwrap(await score(ctx, id, 1, 6, false));
    unwrap(await score(ctx, id, 2, 6));
    unwrap(await closeCase(ctx, by(secretary), id));
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
    expect(codesOf(await score(ctx, id, 1, 10))).toEqual(['commissions.case-closed']);
    expect(codesOf(await abstain(ctx, by(member(3)), id))).toEqual(['commissions.case-closed']);
  });

  it('stand once final where the rule says so', async () => {
    const { ctx } = stage;
    const { id } = await withCases(ctx, ruleOf({ changes: 'until-final' }), 3, 'a');
    unwrap(await score(ctx, id, 1, 4, false));
    unwrap(await score(ctx, id, 1, 5));
    expect(codesOf(await score(ctx, id, 1, 6))).toEqual(['commissions.vote-final']);
    expect(codesOf(await abstain(ctx, by(member(1)), id))).toEqual(['commissions.vote-final']);
  });

  it('are refused from whoever has a conflict, and count again when it is lifted', async () => {
    const { ctx } = stage;
    const { id } = await withCases(ctx, ruleOf(), 4, 'a');
    unwrap(await score(ctx, id, 2, 9));
    const conflict = { person: 'm2', reason: 'A cousin of mine' };
    unwrap(await declareConflict(ctx, by(member(2)), id, conflict));
    expect(codesOf(await declareConflict(ctx, by(member(2)), id, conflict))).toEqual(['common.already-done']);
    expect(codesOf(await score(ctx, id, 2, 9))).toEqual(['commissions.recused']);
    expect(unwrap(await seeCase(ctx, secretary, id))).toMatchObject({ entitled: 3, finished: 0 });
    unwrap(await liftConflict(ctx, by(secretary), id, { person: 'm2', by: 'member' }));
    expect(unwrap(await seeCase(ctx, secretary, id))).toMatchObject({ entitled: 4, finished: 1 });
  });

  it('are refused from whoever shares a connection with the case', async () => {
    const { ctx } = stage;
    const place = await sitting(ctx, ruleOf(), 4);
    const tied = { ...matterFor('a'), connections: ['organisation:3', 'person:m4'] };
    const id = unwrap(await addCase(ctx, by(secretary), place.sitting, tied));
    expect(codesOf(await score(ctx, id, 3, 9))).toEqual(['commissions.recused']);
    expect(codesOf(await score(ctx, id, 4, 9))).toEqual(['commissions.recused']);
    expect(codesOf(await score(ctx, id, 2, 9))).toEqual([]);
  });
});
