// The award commission's rule: who must sit in it, by what it judges, what it decides. Its figures are the programme's parameters.
import type { CommissionRule } from '../../../commissions/rule.ts';
import type { LocalDate } from '../../../kernel/calendar.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';

/** Whom a member stands for. Without the first nothing is decided (§3.1). */
export const seats = ['education', 'administrator', 'public'] as const;
export type Seat = (typeof seats)[number];

export const criteria = ['results', 'growth', 'citizenship', 'interview'] as const;
export type Criterion = (typeof criteria)[number];

/** The award, and apart from it the invitation to the ceremony (§4.3). */
export const questions = ['award', 'invitation'] as const;

export function awardRule(rules: RuleBook, on: LocalDate): CommissionRule {
  const figure = (name: string) => rules.number('badge', name, on);
  const most = figure('awardScoreMost');
  const points = figure('awardCriterionPoints');
  const majority = { by: 'majority', tie: 'refused' } as const;
  return {
    authority: { forms: ['operator'], reopens: ['operator'] },
    size: { least: figure('awardMembersLeast'), most: figure('awardMembersMost') },
    kinds: seats.map((id) => ({
      ...{ id, title: `badge-award:seat.${id}` },
      ...{ least: id === 'education' ? 1 : 0, mustTakePart: id === 'education' },
    })),
    chair: [...seats],
    quorum: {
      ...{ numerator: 1, denominator: 2, strictly: true, countsAbstentions: true },
      least: figure('awardQuorumLeast'),
    },
    changes: 'until-final',
    questions: [
      {
        ...{ id: 'award', title: 'badge-award:question.award', decision: majority, decimals: 1 },
        criteria: criteria.map((id) => ({
          ...{ id, title: `badge-award:criterion.${id}` },
          ...{ least: 0, most, step: 1, weight: points, from: 'members' as const },
        })),
      },
      {
        ...{ id: 'invitation', title: 'badge-award:question.invitation', decision: majority, decimals: 1 },
        criteria: [],
      },
    ],
  };
}
