// Until their own vote on a case is final, a member's view does not depend on what others gave: whatever others write on
// their ballots, it is the same to the letter. The same holds for the secretary until the case is closed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Viewer, viewOf } from '../../../engine/commissions/blindness.ts';
import { decided } from '../../../engine/commissions/decision.ts';
import type { Ballot, ReviewItem } from '../../../engine/commissions/shapes.ts';
import {
  abstention,
  conflictOf,
  matterOf,
  questionOf,
  rosterOf,
  ruleOf,
  scored,
} from '../../support/commissions/sample.ts';

const roster = rosterOf(5);
const me: Viewer = { as: 'member', person: 'm1' };
const secretary: Viewer = { as: 'secretary' };
const view = (item: ReviewItem, viewer: Viewer) =>
  viewOf(questionOf(), roster, { ...item, decided: null }, viewer);

const others = ['m2', 'm3', 'm4', 'm5'];
const anyScores = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 5 }));
const anyBallot = (person: string): fc.Arbitrary<Ballot> =>
  fc.oneof(
    anyScores.map(([first, second]) => scored(person, first, second)),
    anyScores.map(([first, second]) => scored(person, first, second, { changedAfterFinal: true })),
    fc.constant(abstention(person)),
  );
const anyBallots = fc.tuple(...others.map(anyBallot));
const draftOf = (ballots: readonly Ballot[]) => ballots.map((each) => ({ ...each, final: false }));

describe('a view', () => {
  it('tells a member without a final vote nothing that depends on others’ ballots', () => {
    const own = fc.option(anyScores.map(([first, second]) => scored('m1', first, second, { final: false })));
    fc.assert(
      fc.property(anyBallots, anyBallots, own, (one, other, draft) => {
        const mine = draft ? [draft] : [];
        const before = view(matterOf([...mine, ...one]), me);
        expect(view(matterOf([...other, ...mine]), me)).toEqual(before);
        expect(before).toMatchObject({ ballots: null, tally: null, decided: null, finished: 4, entitled: 5 });
      }),
      { numRuns: 200 },
    );
  });

  it('tells the secretary who is still to vote, and nothing of the votes', () => {
    fc.assert(
      fc.property(anyBallots, anyBallots, (one, other) => {
        const before = view(matterOf(one), secretary);
        expect(view(matterOf(other), secretary)).toEqual(before);
        expect(before).toMatchObject({ ballots: null, tally: null, own: null, outstanding: ['m1'] });
      }),
      { numRuns: 100 },
    );
  });

  it('tells a member nothing of drafts, not even that there are any', () => {
    fc.assert(
      fc.property(anyBallots, (drafts) => {
        const mine = scored('m1', 7, 2);
        expect(view(matterOf([mine, ...draftOf(drafts)]), me)).toEqual(view(matterOf([mine]), me));
      }),
      { numRuns: 100 },
    );
  });

  it('opens with the member’s own final vote or abstention, to what counts', () => {
    const rest = [scored('m2', 10, 5), abstention('m3'), scored('m4', 0, 1, { final: false })];
    const seen = view(matterOf([scored('m1', 0, 1), ...rest]), me);
    expect(seen.ballots?.map(({ person, kind }) => `${person} ${kind}`)).toEqual([
      'm1 vote',
      'm2 vote',
      'm3 abstention',
    ]);
    expect(seen.tally?.total).toBe('50');
    expect(view(matterOf([abstention('m1'), ...rest]), me).tally?.total).toBe('100');
  });

  it('is not opened by a vote from before a recusal', () => {
    const ballots = [scored('m1', 0, 1), scored('m2', 10, 5)];
    const seen = view(matterOf(ballots, { conflicts: [conflictOf('m1')] }), me);
    expect(seen).toMatchObject({ ballots: null, tally: null, entitled: 4, finished: 1 });
  });

  it('shows all of a closed case', () => {
    const item = matterOf(['m1', 'm2', 'm3'].map((person) => scored(person, 5, 3)));
    const result = decided(ruleOf(), questionOf(), roster, item);
    const closed = { ...item, decided: result.ok ? result.value : null };
    const seen = viewOf(questionOf(), roster, closed, { as: 'member', person: 'm5' });
    expect(seen.decided).toMatchObject({ votes: 3, outcome: 'ranked' });
  });
});
