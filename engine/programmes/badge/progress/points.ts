// Points beside the percentage: counted over all directions, also beyond what the level asks for (§4.2).
import type { LocalDate } from '../../../kernel/calendar.ts';
import type { Facts, RuleBook } from '../../../rules/rule-book.ts';
import { weeklyDirections } from './part.ts';

/** @param on the day by which the participation's rules are chosen */
export function pointsOf(rules: RuleBook, on: LocalDate, facts: Facts): number {
  const worth = (name: string) => rules.number('badge', name, on);
  const many = (fact: string) => Number(facts[fact] ?? 0);
  const weeks = weeklyDirections.reduce((sum, each) => sum + many(`${each}.qualifyingWeeks`), 0);
  const books = many('reading.books') + many('heritage.extraBooks');
  const isMet = facts['sport.standardMet'] === true || facts['sport.adaptedStandardMet'] === true;
  return (
    weeks * worth('pointsPerWeek') +
    books * worth('pointsPerBook') +
    many('tourism.longestTripDays') * worth('pointsPerTripDay') +
    many('work.days') * worth('pointsPerWorkDay') +
    (isMet ? worth('pointsForStandard') : 0)
  );
}
