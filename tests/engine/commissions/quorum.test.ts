// How many must take part, at each threshold; and that a recusal and a departure move it.
import { describe, expect, it } from 'vitest';
import { decided } from '../../../engine/commissions/decision.ts';
import { neededOf } from '../../../engine/commissions/quorum.ts';
import type { ReviewItem, Roster } from '../../../engine/commissions/shapes.ts';
import {
  abstention,
  conflictOf,
  gone,
  matterOf,
  memberOf,
  questionOf,
  rosterOf,
  ruleOf,
  scored,
} from '../../support/commissions/sample.ts';

// numerator, denominator, strictly, least, entitled → needed
const shares = [
  [1, 2, true, 1, 4, 3],
  [1, 2, true, 1, 5, 3],
  [1, 2, true, 1, 6, 4],
  [1, 2, false, 1, 4, 2],
  [1, 2, false, 1, 5, 3],
  [2, 3, false, 1, 3, 2],
  [2, 3, false, 1, 4, 3],
  [2, 3, false, 1, 6, 4],
  [2, 3, true, 1, 6, 5],
  [1, 1, false, 1, 7, 7],
  [1, 3, false, 3, 6, 3],
  [1, 3, false, 3, 10, 4],
  [1, 2, true, 2, 0, 2],
] as const;

describe('the number that must take part', () => {
  it.each(shares)(
    '%i/%i (strictly: %s), at least %i, of %i: %i',
    (numerator, denominator, strictly, least, entitled, needed) => {
      const quorum = { numerator, denominator, strictly, least, countsAbstentions: true };
      expect(neededOf(quorum, entitled)).toBe(needed);
    },
  );
});

const votesOf = (count: number) => Array.from({ length: count }, (_, n) => scored(`m${n + 1}`, 5, 3));
const codesOf = (roster: Roster, item: ReviewItem, rule = ruleOf()) => {
  const result = decided(rule, questionOf(), roster, item);
  return result.ok ? [] : result.reasons.map(({ code, params }) => [code, params?.have, params?.need]);
};

describe('the quorum of a case', () => {
  it('is met by three of five, not by two', () => {
    expect(codesOf(rosterOf(5), matterOf(votesOf(2)))).toEqual([['commissions.quorum-not-reached', 2, 3]]);
    expect(codesOf(rosterOf(5), matterOf(votesOf(3)))).toEqual([]);
  });

  it('moves with a recusal: two of three suffice where three of five were needed', () => {
    const conflicts = [conflictOf('m4'), conflictOf('m5', 'secretary')];
    expect(codesOf(rosterOf(5), matterOf(votesOf(2), { conflicts }))).toEqual([]);
  });

  it('does not wait for who left, and takes no vote of theirs', () => {
    const { members, chair } = rosterOf(5);
    const left = members.map((each) => (each.person > 'm3' ? { ...each, left: gone } : each));
    expect(codesOf({ members: left, chair }, matterOf(votesOf(2)))).toEqual([]);
    const voted = decided(ruleOf(), questionOf(), { members: left, chair }, matterOf(votesOf(5)));
    expect(voted.ok && [voted.value.votes, voted.value.parts.length]).toEqual([3, 3]);
  });

  it('does not wait for who was invited and has not come', () => {
    const { members, chair } = rosterOf(3);
    const invited = memberOf('m9', 'public', { joinedAt: null });
    expect(codesOf({ members: [...members, invited], chair }, matterOf(votesOf(2)))).toEqual([]);
  });

  it('is out of reach where fewer may vote than must', () => {
    const conflicts = [conflictOf('m2'), conflictOf('m3')];
    const codes = codesOf(rosterOf(3), matterOf(votesOf(1), { conflicts }));
    expect(codes).toEqual([['commissions.quorum-out-of-reach', 1, 2]]);
  });

  it('counts abstentions where the rule says so, and never as votes', () => {
    const ballots = [...votesOf(1), abstention('m2'), abstention('m3')];
    const quorum = { ...ruleOf().quorum, countsAbstentions: false };
    expect(codesOf(rosterOf(5), matterOf(ballots))).toEqual([]);
    expect(codesOf(rosterOf(5), matterOf(ballots), ruleOf({ quorum }))).toEqual([
      ['commissions.quorum-not-reached', 1, 3],
    ]);
    const none = [abstention('m1'), abstention('m2'), abstention('m3')];
    expect(codesOf(rosterOf(5), matterOf(none))).toEqual([['commissions.no-votes', undefined, undefined]]);
  });

  it('counts no drafts', () => {
    const ballots = [...votesOf(2), scored('m3', 5, 3, { final: false })];
    expect(codesOf(rosterOf(5), matterOf(ballots))).toEqual([['commissions.quorum-not-reached', 2, 3]]);
  });
});
