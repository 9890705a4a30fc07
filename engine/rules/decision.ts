// The receipt of a decision: everything needed to re-explain and re-run it years later, sealed with a hash.
// Use-cases store it beside what they decided.
import { createHash } from 'node:crypto';
import type { LocalDate } from '../kernel/calendar.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { Reason } from '../kernel/result.ts';
import type { Evaluation } from './evaluation.ts';
import { type EvaluationJson, evaluationJson, type LeafTrace } from './evaluation.ts';
import type { Facts } from './facts.ts';
import type { FactValue } from './operators.ts';

export interface DecisionReceipt extends Omit<EvaluationJson, 'reasons'> {
  readonly on: LocalDate;
  readonly reasons: readonly Reason[];
  /** Only the facts that the version reads, defaults included. */
  readonly facts: Facts;
  readonly trace: readonly LeafTrace[];
  /** SHA-256 (hex) of the canonical JSON of everything else in the receipt. */
  readonly hash: string;
}

/** @param facts those that were evaluated */
export function decision(evaluation: Evaluation, facts: Readonly<Record<string, unknown>>): DecisionReceipt {
  // A default may be another one some day: what was taken for granted is kept like what was given.
  const known: Readonly<Record<string, unknown>> = { ...evaluation.defaults, ...facts };
  const read = evaluation.reads.filter((name) => Object.hasOwn(known, name));
  const body = {
    ...evaluationJson(evaluation),
    on: evaluation.on,
    reasons: evaluation.reasons,
    facts: Object.fromEntries(read.map((name) => [name, known[name] as FactValue])),
    trace: evaluation.trace,
  };
  return { ...body, hash: hashOf(body) };
}

/** True when a stored receipt still carries what was decided. */
export function isIntact({ hash, ...body }: DecisionReceipt): boolean {
  return hash === hashOf(body);
}

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
