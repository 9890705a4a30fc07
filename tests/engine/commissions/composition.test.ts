// Whether a commission may sit and decide, at each threshold of its rule; and who may not vote on a case.
import { describe, expect, it } from 'vitest';
import { compositionFaults } from '../../../engine/commissions/composition.ts';
import { decided } from '../../../engine/commissions/decision.ts';
import { eligibilityOf } from '../../../engine/commissions/recusals.ts';
import type { Member } from '../../../engine/commissions/shapes.ts';
import {
  conflictOf,
  gone,
  matterOf,
  memberOf,
  questionOf,
  rosterOf,
  ruleOf,
  scored,
} from '../../support/commissions/sample.ts';

const three = rosterOf(3).members;
const without = (person: string): Member[] =>
  three.map((each) => (each.person === person ? { ...each, left: gone } : each));

const compositions: [string, readonly Member[], string | null, string[]][] = [
  ['the fewest', three, 'm1', []],
  ['the most', rosterOf(7).members, 'm1', []],
  ['one too few', [...without('m3')], 'm1', ['too-few-members']],
  ['one too many', rosterOf(8).members, 'm1', ['too-many-members']],
  ['nobody of a kind', [...without('m2'), memberOf('m4')], 'm1', ['kind-missing']],
  [
    'one of the kind who has not joined',
    [...without('m2'), memberOf('m4'), memberOf('m5', 'employers', { joinedAt: null })],
    'm1',
    ['kind-missing'],
  ],
  ['another of the kind in place of who left', [...without('m2'), memberOf('m4', 'employers')], 'm1', []],
  ['no chair', three, null, ['no-chair']],
  ['a chair who left', [...without('m1'), memberOf('m4', 'authority')], 'm1', ['no-chair']],
  ['a chair of another kind', three, 'm2', ['may-not-chair']],
  ['nobody', [], null, ['too-few-members', 'kind-missing', 'kind-missing', 'no-chair']],
];

describe('a composition', () => {
  it.each(compositions)('with %s', (_name, members, chair, codes) => {
    const faults = compositionFaults(ruleOf(), { members, chair });
    expect(faults.map(({ code }) => code)).toEqual(codes.map((code) => `commissions.${code}`));
  });

  it('needs no chair where the rule has none', () => {
    expect(compositionFaults(ruleOf({ chair: null }), { members: three, chair: null })).toEqual([]);
  });

  it('keeps a case from being decided while it is unlawful, whatever the votes', () => {
    const members = [...without('m2'), memberOf('m4')];
    const ballots = ['m1', 'm3', 'm4'].map((person) => scored(person, 5, 3));
    const result = decided(ruleOf(), questionOf(), { members, chair: 'm1' }, matterOf(ballots));
    expect(result.ok ? [] : result.reasons.map(({ code }) => code)).toEqual(['commissions.kind-missing']);
  });
});

describe('whoever does not vote on a case', () => {
  const members = [
    memberOf('m1', 'authority', { connections: ['organisation:a', 'organisation:b'] }),
    ...three.slice(1),
  ];
  const recusedBy = (over: Parameters<typeof matterOf>[1]) =>
    eligibilityOf(members, matterOf([], over)).recused.map(({ person, by }) => `${person} ${by}`);

  it('shares a connection with it', () => {
    expect(recusedBy({ connections: ['organisation:b'] })).toEqual(['m1 connection']);
    expect(recusedBy({ connections: ['organisation:c'] })).toEqual([]);
  });

  it('is its subject', () => expect(recusedBy({ connections: ['person:m2'] })).toEqual(['m2 connection']));

  it('declared a conflict, or had one set; one ground is shown, whichever came first', () => {
    const both = [conflictOf('m3', 'secretary'), conflictOf('m3', 'member')];
    expect(recusedBy({ conflicts: both })).toEqual(['m3 member']);
    expect(recusedBy({ conflicts: [...both].reverse() })).toEqual(['m3 member']);
    expect(recusedBy({ conflicts: [conflictOf('m2', 'secretary')] })).toEqual(['m2 secretary']);
  });

  it('has no vote that counts, given before or not', () => {
    const ballots = ['m1', 'm2', 'm3', 'm4'].map((person) => scored(person, 10, 5));
    const low = [...ballots.slice(0, 3), scored('m4', 0, 1)];
    const item = matterOf(low, { conflicts: [conflictOf('m4')] });
    const result = decided(ruleOf(), questionOf(), rosterOf(4), item);
    expect(result.ok && [result.value.votes, result.value.tally.total]).toEqual([3, '100']);
  });
});

describe('a kind that must take part', () => {
  const kinds = ruleOf().kinds.map((each) => ({ ...each, mustTakePart: each.id === 'authority' }));
  const codes = (over: Parameters<typeof matterOf>[1], people: readonly string[]) => {
    const ballots = people.map((person) => scored(person, 5, 3));
    const result = decided(ruleOf({ kinds }), questionOf(), rosterOf(4), matterOf(ballots, over));
    return result.ok ? [] : result.reasons.map(({ code }) => code);
  };

  it('has to be heard on each case', () => {
    expect(codes({}, ['m1', 'm2', 'm3'])).toEqual([]);
    expect(codes({}, ['m2', 'm3', 'm4'])).toEqual(['commissions.kind-not-heard']);
    expect(codes({ conflicts: [conflictOf('m1')] }, ['m1', 'm2', 'm3'])).toEqual([
      'commissions.kind-not-heard',
    ]);
  });
});
