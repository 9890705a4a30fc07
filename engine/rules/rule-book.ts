// The one entry to the rules for the rest of the system: load the book, ask it, explain and keep what it said.
export { RuleBook } from './book.ts';
export { type DecisionReceipt, decision, isIntact } from './decision.ts';
export type {
  Evaluation,
  EvaluationJson,
  LeafTrace,
  Outcome,
  RequirementResult,
  Shortfall,
} from './evaluation.ts';
export { evaluationJson } from './evaluation.ts';
export { explain, type Text, textOf } from './explain.ts';
export type { CataloguedFact, Facts } from './facts.ts';
export type { Finding } from './finding.ts';
export { loadRuleBook, ruleBookFrom } from './load.ts';
export type { FactValue, Measure } from './operators.ts';
export type { ParameterTable } from './parameters.ts';
export type { ParameterDefinition, ParameterValue } from './schema/parameter-file.ts';
export type { RuleSetFile, VersionDefinition } from './schema/rule-set-file.ts';
export type { RuleSource } from './sources.ts';
