// Asks the rules and turns a "no" into reasons that the person reads.
import type { LocalDate } from '../../kernel/calendar.ts';
import { ok, type Reason, type Result, refusedFor } from '../../kernel/result.ts';
import { type DecisionReceipt, decision, type Facts, type RuleBook, textOf } from '../../rules/rule-book.ts';

/** @returns the receipt of a decision that was met; the explained reasons otherwise */
export async function askRules(
  rules: RuleBook,
  set: string,
  on: LocalDate,
  facts: Facts,
): Promise<Result<DecisionReceipt>> {
  const evaluation = await rules.evaluate(set, on, facts);
  if (evaluation.outcome === 'met') return ok(decision(evaluation, facts));
  if (evaluation.outcome === 'needsData')
    throw new TypeError(`${set}: facts are missing: ${evaluation.missing.join(', ')}`);
  return refusedFor(evaluation.reasons.map(explained));
}

function explained(reason: Reason): Reason {
  const { key, params } = textOf(reason);
  return { code: reason.code, key, params };
}
