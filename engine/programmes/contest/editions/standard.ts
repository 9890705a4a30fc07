// What the regulation leaves open and every edition needs: criteria of the commissions and the electorates of the votes, by the
// parameters of its year. An operator sets others for an edition.
import type { LocalDate } from '../../../kernel/calendar.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';
import { criteria as scored } from '../states.ts';
import type { Edition } from '../store.ts';

export function criteriaOf(rules: RuleBook, on: LocalDate): Edition['criteria'] {
  const most = rules.number('contest', 'criterionMost', on);
  const weights = rules.numbers('contest', 'criterionWeights', on);
  const weighed = () => scored.map((id, index) => ({ id, most, weight: weights[index] ?? 0 }));
  return { college: weighed(), region: weighed(), republic: weighed() };
}

/** «При участии всех студентов, педагогических работников колледжей»; «при участии молодежи региона, педагогических работников». */
export function electoratesOf(rules: RuleBook, on: LocalDate): Edition['electorates'] {
  const age = (name: string) => rules.number('contest', name, on);
  const youth = { least: age('youthVoterMinAge'), most: age('youthVoterMaxAge') };
  return {
    college: { students: true, teachers: true, youth: null, weight: 0, showsTotals: true },
    region: { students: false, teachers: true, youth, weight: 0, showsTotals: true },
  };
}
