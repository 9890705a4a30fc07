// The one entry to the rules for the rest of the system: load the book, ask it, explain and keep what it said.
export { RuleBook } from './book.ts';
export { untried } from './case-coverage.ts';
export { type CaseFailure, parseCases, readCases, runCases, type SetCases } from './cases.ts';
export { checkSources } from './checks/check-sources.ts';
export { checkTexts } from './checks/texts.ts';
export type { CompiledVersion } from './compiled/compiled-version.ts';
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
export { type Explanation, explain, textOf } from './explain.ts';
export type { CataloguedFact, Facts } from './facts.ts';
export { type Finding, findingLine } from './finding.ts';
export { loadRuleBook, ruleBookFrom } from './load.ts';
export type { FactValue, Measure } from './operators.ts';
export type { ParameterTable } from './parameters.ts';
export type { ParameterDefinition, ParameterValue } from './schema/parameter-file.ts';
export type { RuleSetFile, VersionDefinition } from './schema/rule-set-file.ts';
export { type RuleSource, readSources } from './sources.ts';
