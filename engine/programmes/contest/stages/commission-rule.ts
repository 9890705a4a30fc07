// The rules of the commissions of colleges and regions, made of an edition: whom they must have among them, by what they
// score, how many places there are and how ties are broken. Declared before anybody is scored; the last word between equals
// has the earlier submission.
import type { CommissionRule, Criterion, TieBreak } from '../../../commissions/rule.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';
import type { Stage } from '../states.ts';
import type { Edition } from '../store.ts';
import { voteCriteria } from '../votes/feed-votes.ts';

/** Commissions of these stages; the republic's working group has a rule of its own. */
export type SeatedStage = 'college' | 'region';

/** «С включением в её состав представителей молодёжных организаций, НПО, других стейкхолдеров». */
export const memberKinds = ['youth', 'ngo', 'stakeholder', 'education'] as const;
export type MemberKind = (typeof memberKinds)[number];

const SUBMITTED = 'submitted';

const authorities: Readonly<Record<SeatedStage, CommissionRule['authority']>> = {
  college: { forms: ['college-officer'], reopens: ['operator'] },
  region: { forms: ['education-department'], reopens: ['operator'] },
};

export const commissionRule = (rules: RuleBook, edition: Edition, stage: SeatedStage): CommissionRule => ({
  authority: authorities[stage],
  size: {
    least: rules.number('contest', 'commissionMembersLeast', edition.legalDay),
    most: rules.number('contest', 'commissionMembersMost', edition.legalDay),
  },
  kinds: memberKinds.map((id) => ({
    id,
    title: `contest:kind.${id}`,
    least: id === 'education' ? 0 : 1,
    mustTakePart: id !== 'education',
  })),
  chair: null,
  quorum: { numerator: 1, denominator: 2, strictly: true, least: 2, countsAbstentions: false },
  changes: 'until-final',
  questions: [
    {
      id: stage,
      title: `contest:question.${stage}`,
      criteria: [...scoredBy(edition, stage), ...voteCriteria(edition, stage)],
      decision: {
        by: 'rank',
        places: edition.seats[stage],
        tieBreaks: tieBreaks(edition, stage),
        unbroken: 'none',
      },
      decimals: 2,
    },
  ],
});

export const scoredBy = ({ criteria }: Edition, stage: Stage): Criterion[] =>
  criteria[stage].map(({ id, most, weight }) => ({
    ...{ id, title: `contest:criterion.${id}`, most, weight },
    ...{ least: 0, step: 1, from: 'members' as const },
  }));

/** The heaviest criterion, the number of highest scores, the earlier submission; what comes in the same instant, by lot. */
export function tieBreaks({ criteria }: Edition, stage: Stage): TieBreak[] {
  const [heaviest] = [...criteria[stage]].sort((a, b) => b.weight - a.weight);
  return [
    ...(heaviest ? [{ by: 'criterion' as const, criterion: heaviest.id, prefer: 'higher' as const }] : []),
    { by: 'top-scores', criterion: null },
    {
      ...{ by: 'fact', fact: SUBMITTED, title: 'contest:tie-break.submitted' },
      ...{ of: 'text', prefer: 'lower' },
    },
    { by: 'lot' },
  ];
}

/** What comes with a nominee's case. Instants in ISO 8601 compare letter by letter. */
export const caseFacts = (submittedAt: Date) => [{ name: SUBMITTED, value: submittedAt.toISOString() }];
