// The one entry to the rules for the rest of the system: load the book, ask it, explain and keep what it said.
export { RuleBook } from './book.ts';
export { untried } from './case-coverage.ts';
export { type CaseFailure, checkCases, parseCases, readCases, runCases, type SetCases } from './cases.ts';
export { checkSources } from './checks/check-sources.ts';
export { checkSense } from './checks/sense.ts';
export { checkTexts, checkTextsOf } from './checks/texts.ts';
export { type WrittenTexts, writtenTexts } from './checks/written-texts.ts';
export type { CompiledVersion } from './compiled/compiled-version.ts';
export { contentIn, type RuleContent } from './content.ts';
export { type DecisionReceipt, decision, isIntact } from './decision.ts';
export { changeKinds, type RuleChange } from './diff/change.ts';
export { changesBetween } from './diff/diff.ts';
export { changeInWords } from './diff/words.ts';
export type {
  Evaluation,
  EvaluationJson,
  LeafTrace,
  Outcome,
  RequirementResult,
  Shortfall,
} from './evaluation.ts';
export { evaluationJson } from './evaluation.ts';
export { evaluationInWords, explanationInWords } from './evaluation-words.ts';
export { type Explanation, explain, textOf } from './explain.ts';
export type { CataloguedFact, Facts } from './facts.ts';
export { type Finding, findingLine, findingsOf } from './finding.ts';
export { loadRuleBook, ruleBookFrom } from './load.ts';
export type { FactValue, Measure } from './operators.ts';
export { type ParameterTable, usedValues } from './parameters.ts';
export { type Rerun, rerun } from './rerun.ts';
export type { CaseFile } from './schema/case-file.ts';
export type { FactFile } from './schema/fact-file.ts';
export type { ParameterDefinition, ParameterFile, ParameterValue } from './schema/parameter-file.ts';
export type { RuleSetFile, VersionDefinition } from './schema/rule-set-file.ts';
export { type Simulation, type Subject, simulate } from './simulation.ts';
export { fileOfSet, programmesIn, type RuleSource, readSources } from './sources.ts';
export { inForceOn } from './timeline.ts';
