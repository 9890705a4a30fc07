// What evaluating a rule set says: outcome, reasons, requirements, and the trace behind them. Plain data, no behaviour
// but the fixed JSON form that other tools read.
import type { LocalDate } from '../kernel/calendar.ts';
import type { Reason } from '../kernel/result.ts';
import type { Facts } from './facts.ts';
import type { Measure } from './operators.ts';
import type { ParameterValue } from './schema/parameter-file.ts';

export type Outcome = 'met' | 'notMet' | 'needsData';

export interface RequirementResult {
  readonly id: string;
  /** Text key of what is required. */
  readonly text: string;
  readonly group: string;
  /** A gate is outside the percentage of the set. */
  readonly gate: boolean;
  readonly met: boolean;
  readonly have: Measure;
  readonly need: Measure;
  /** 0–100; 100 exactly when met. */
  readonly percent: number;
}

/** One compared leaf: what an operator sees when asking why. */
export interface LeafTrace {
  readonly requirement: string;
  /** Set where the leaf says to whom the requirement applies. */
  readonly when?: true;
  readonly name: string;
  readonly fact: string;
  readonly operator: string;
  readonly met: boolean;
  readonly have: Measure;
  readonly need: Measure;
}

/** What is lacking: a reason, or a choice of ways where any one would do. */
export type Shortfall = Reason | { readonly anyOf: readonly (readonly Shortfall[])[] };

export interface Evaluation {
  readonly set: string;
  readonly version: string;
  /** The legal date of the case, by which version and parameters were chosen. */
  readonly on: LocalDate;
  readonly outcome: Outcome;
  /** 0–100, the mean over weight groups, gates left out. */
  readonly percent: number;
  /** Why not, each code once. */
  readonly reasons: readonly Reason[];
  /** The same as a tree, with alternatives kept apart: what `explain` words. */
  readonly shortfalls: readonly Shortfall[];
  /** Those that apply to the case. Empty while data is missing: nothing is evaluated then. */
  readonly requirements: readonly RequirementResult[];
  /** Requirements that do not apply to the case: their `when` does not hold, nothing counts them. */
  readonly notApplicable: readonly Pick<RequirementResult, 'id' | 'text'>[];
  /** Parameters that were used or are granted, resolved for this case. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Facts without which nothing can be said. */
  readonly missing: readonly string[];
  /** Facts that the version reads. */
  readonly reads: readonly string[];
  /** Of these, the ones that were not given and took their declared default. */
  readonly defaults: Facts;
  readonly trace: readonly LeafTrace[];
}

/** The fixed JSON form of an evaluation (command line, API). */
export interface EvaluationJson {
  readonly set: string;
  readonly version: string;
  readonly outcome: Outcome;
  readonly percent: number;
  readonly reasons: readonly string[];
  readonly requirements: readonly Omit<RequirementResult, 'text' | 'gate'>[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly missing: readonly string[];
  /** Ids; left out where every requirement applies. */
  readonly notApplicable?: readonly string[];
}

export function evaluationJson(evaluation: Evaluation): EvaluationJson {
  const { set, version, outcome, percent, parameters, missing, notApplicable } = evaluation;
  return {
    set,
    version,
    outcome,
    percent,
    reasons: evaluation.reasons.map(({ code }) => code),
    requirements: evaluation.requirements.map(({ text: _text, gate: _gate, ...shown }) => shown),
    parameters,
    missing,
    ...(notApplicable.length > 0 && { notApplicable: notApplicable.map(({ id }) => id) }),
  };
}
