// The rule book as it ships, for tests.
import { fileURLToPath } from 'node:url';
import { loadRuleBook, type RuleBook } from '../../engine/rules/rule-book.ts';

export const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

let loaded: RuleBook | undefined;

export function shippedBook(): RuleBook {
  loaded ??= loadRuleBook(RULES);
  return loaded;
}

export const ON = '2026-09-01';

/** A student who is due the 20-hour credit. */
export const completed = {
  'credit.targetHours': 20,
  'credit.confirmedMinutes': 1200,
  'credit.headApprovedReport': true,
  'credit.organisationAccredited': true,
};

/** A student who may start the 20-hour credit. */
export const beginning = {
  'credit.isUniversityStudent': true,
  'credit.consentGiven': true,
  'credit.activeParticipations': 0,
  'credit.yearHoursCommitted': 0,
  'credit.targetHours': 20,
};
