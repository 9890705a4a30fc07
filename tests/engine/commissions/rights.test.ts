// Who may do what: each step by everyone, and only those whose step it is are let through. Default deny.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seeCase, seeCases, seeProtocol } from '../../../engine/commissions/see.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { appointChair } from '../../../engine/commissions/use-cases/appoint-chair.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../engine/commissions/use-cases/conclude-sitting.ts';
import { declareConflict, liftConflict } from '../../../engine/commissions/use-cases/declare-conflict.ts';
import { giveFacts, withdrawCase } from '../../../engine/commissions/use-cases/feed-case.ts';
import { formCommission, nameSecretaries } from '../../../engine/commissions/use-cases/form-commission.ts';
import { abstain, giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { inviteMember, joinCommission } from '../../../engine/commissions/use-cases/invite-member.ts';
import {
  leaveCommission,
  removeMember,
  replaceMember,
} from '../../../engine/commissions/use-cases/leave-commission.ts';
import { openSitting } from '../../../engine/commissions/use-cases/open-sitting.ts';
import { reopenCase } from '../../../engine/commissions/use-cases/reopen-case.ts';
import { type Actor, systemActor } from '../../../engine/kernel/actor.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { ruleOf, scoresOf } from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  codesOf,
  elsewhere,
  invitation,
  member,
  openStage,
  operator,
  overseer,
  secretary,
  sitting,
  stranger,
  unwrap,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
let place: { readonly commission: string; readonly sitting: string };
let found = '';
beforeAll(async () => {
  stage = await openStage();
  place = await sitting(stage.ctx, ruleOf(), 4);
});
afterAll(() => stage.close());

const item = (subject: string) => ({ subject, question: 'merit', connections: [], facts: [] });
beforeEach(async () => {
  found = unwrap(await addCase(stage.ctx, by(secretary), place.sitting, item(newId())));
});

const key: Actor = { kind: 'key', id: 'secretary', grants: [] };
const system = systemActor;
const everyone = {
  operator,
  overseer,
  elsewhere,
  secretary,
  chair: member(1),
  member: member(2),
  stranger,
  key,
  system,
};
type Who = keyof typeof everyone;

/** Whom the step is denied. What else becomes of it does not matter here. */
async function deniedOf(step: (actor: Actor) => Promise<Result<unknown>>): Promise<readonly Who[]> {
  const denied: Who[] = [];
  for (const [who, actor] of Object.entries(everyone) as [Who, Actor][])
    if (codesOf(await step(actor)).includes('common.not-allowed')) denied.push(who);
  return denied;
}
const allBut = (...allowed: Who[]) =>
  (Object.keys(everyone) as Who[]).filter((each) => !allowed.includes(each));

const wish = (id: string) => ({ id, purpose: 'sample', scope: 'region:71', rule: ruleOf(), secretaries: [] });
const vote = { scores: scoresOf(5, 3), isFinal: false };
const nobody = { person: 'nobody', reason: 'Gone' };

type Step = (actor: Actor) => Promise<Result<unknown>>;
const steps: [string, Step, Who[]][] = [
  ['forming', (actor) => formCommission(stage.ctx, by(actor), wish(newId())), ['operator']],
  [
    'naming secretaries',
    (actor) => nameSecretaries(stage.ctx, by(actor), place.commission, ['secretary']),
    ['operator'],
  ],
  [
    'inviting',
    (actor) => inviteMember(stage.ctx, by(actor), place.commission, { ...invitation(9), kind: 'none' }),
    ['secretary'],
  ],
  ['removing', (actor) => removeMember(stage.ctx, by(actor), place.commission, nobody), ['secretary']],
  [
    'replacing',
    (actor) => replaceMember(stage.ctx, by(actor), place.commission, { ...nobody, successor: invitation(9) }),
    ['secretary'],
  ],
  [
    'appointing the chair',
    (actor) => appointChair(stage.ctx, by(actor), place.commission, 'nobody'),
    ['secretary'],
  ],
  [
    'joining uninvited',
    (actor) => joinCommission(stage.ctx, by(actor), place.commission),
    ['chair', 'member'],
  ],
  ['opening a sitting', (actor) => openSitting(stage.ctx, by(actor), place.commission), ['secretary']],
  [
    'adding a case',
    (actor) => addCase(stage.ctx, by(actor), place.sitting, item(newId())),
    ['secretary', 'system'],
  ],
  ['giving facts', (actor) => giveFacts(stage.ctx, by(actor), found, []), ['secretary', 'system']],
  [
    'another’s conflict',
    (actor) => declareConflict(stage.ctx, by(actor), found, { person: 'm3', reason: 'Kin' }),
    ['secretary'],
  ],
  [
    'lifting a conflict',
    (actor) => liftConflict(stage.ctx, by(actor), found, { person: 'm2', by: 'member' }),
    ['secretary'],
  ],
  ['scoring', (actor) => giveScores(stage.ctx, by(actor), found, vote), ['chair', 'member']],
  ['abstaining', (actor) => abstain(stage.ctx, by(actor), found), ['chair', 'member']],
  ['closing', (actor) => closeCase(stage.ctx, by(actor), found), ['secretary', 'chair']],
  ['concluding', (actor) => concludeSitting(stage.ctx, by(actor), place.sitting), ['secretary', 'chair']],
  ['reopening', (actor) => reopenCase(stage.ctx, by(actor), found, 'A mistake'), ['overseer']],
  ['seeing a case', (actor) => seeCase(stage.ctx, actor, found), ['secretary', 'chair', 'member']],
  [
    'seeing all cases',
    (actor) => seeCases(stage.ctx, actor, place.sitting),
    ['secretary', 'chair', 'member'],
  ],
  ['withdrawing a case', (actor) => withdrawCase(stage.ctx, by(actor), found), ['secretary', 'system']],
];

describe('each step is for its own', () => {
  it.each(steps)('%s', async (_name, step, allowed) => {
    expect(await deniedOf(step)).toEqual(allBut(...allowed));
  });
});

it('lets a member score only for themselves: there is no way to name another', async () => {
  const { ctx } = stage;
  unwrap(await giveScores(ctx, by(member(2)), found, { scores: scoresOf(1, 1), isFinal: true }));
  const smuggled = { scores: scoresOf(9, 5), isFinal: true, person: 'm2' };
  unwrap(await giveScores(ctx, by(member(3)), found, smuggled));
  const seen = unwrap(await seeCase(ctx, member(3), found));
  expect(seen.ballots?.map(({ person, scores }) => [person, scores[0]?.score])).toEqual([
    ['m2', 1],
    ['m3', 9],
  ]);
});

it('keeps the secretary out of the votes, and who was a member out of everything', async () => {
  const { ctx } = stage;
  const other = await sitting(ctx, ruleOf(), 5);
  const id = unwrap(await addCase(ctx, by(secretary), other.sitting, item('x')));
  unwrap(await giveScores(ctx, by(member(5)), id, { scores: scoresOf(1, 1), isFinal: true }));
  expect(unwrap(await seeCase(ctx, secretary, id))).toMatchObject({ ballots: null, tally: null });
  unwrap(await leaveCommission(ctx, by(member(5)), other.commission));
  expect(codesOf(await seeCase(ctx, member(5), id))).toEqual(['common.not-allowed']);
  expect(codesOf(await giveScores(ctx, by(member(5)), id, vote))).toEqual(['common.not-allowed']);
  const own = { ...invitation(8), person: 'secretary' };
  expect(codesOf(await inviteMember(ctx, by(secretary), other.commission, own))).toEqual([
    'commissions.secretary-has-no-vote',
  ]);
});

it('shows a protocol to those who were there and those who govern, to nobody else', async () => {
  const { ctx } = stage;
  const other = await sitting(ctx, ruleOf(), 3);
  const id = unwrap(await addCase(ctx, by(secretary), other.sitting, item('x')));
  for (const n of [1, 2]) unwrap(await giveScores(ctx, by(member(n)), id, { ...vote, isFinal: true }));
  unwrap(await closeCase(ctx, by(member(1)), id));
  unwrap(await concludeSitting(ctx, by(member(1)), other.sitting));
  unwrap(await leaveCommission(ctx, by(member(2)), other.commission));
  expect(await deniedOf((actor) => seeProtocol(ctx, actor, other.sitting))).toEqual(
    allBut('operator', 'overseer', 'secretary', 'chair', 'member'),
  );
});
