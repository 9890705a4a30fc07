// A version evaluated for one person on json-rules-engine: first to whom each requirement applies, then what is missing,
// then the requirements that apply. The compiled version says the same (tests/rules/equal.test.ts).
import { factsOf, parametersOf } from './conditions.ts';
import type { Evaluation } from './evaluation.ts';
import type { Facts } from './facts.ts';
import { Needs } from './needs.ts';
import type { FactValue } from './operators.ts';
import { judge } from './reference-evaluator.ts';
import { resolved } from './resolve.ts';
import type { ParameterValue } from './schema/parameter-file.ts';
import type { GroupDefinition, RequirementDefinition } from './schema/rule-set-file.ts';
import {
  type AskedRequirement,
  type JudgedRequirement,
  overallPercent,
  reasonsIn,
  requirementResult,
  shortfallsOf,
  traceOf,
  type Verdict,
} from './scoring.ts';
import type { VersionOnDay } from './version-on-day.ts';

type Verdicts = ReadonlyMap<string, Verdict>;

/** @param given checked facts */
export async function evaluateOnReference(about: VersionOnDay, given: Facts): Promise<Evaluation> {
  const { set, version, on, catalogue } = about;
  const { requirements } = version;
  const reads = factsOf(version);
  const defaults = catalogue.defaults(reads, given);
  const facts = { ...defaults, ...given };
  const parameters = resolved(parametersOf(version), about.parameters, facts);
  const judged = (trees: readonly (readonly [string, GroupDefinition])[]): Promise<Verdicts> =>
    judge({ trees: new Map(trees), facts, parameters: scalars(parameters), catalogue });

  const needs = new Needs(version);
  const isKnown = (name: string): boolean => Object.hasOwn(facts, name);
  const whens = await judged(
    requirements.flatMap(({ id, when }, index) =>
      when !== undefined && needs.isDecidable(index, isKnown) ? [[id, when] as const] : [],
    ),
  );
  const applies = ({ id, when }: RequirementDefinition): boolean =>
    when === undefined || whens.get(id)?.met === true;
  const missing = needs.missing(isKnown, (index) => applies(requirements[index] as RequirementDefinition));
  const base = { set, version: version.name ?? version.from, on, parameters, missing, reads, defaults };
  if (missing.length > 0) return { ...base, ...NOTHING };
  const verdicts = await judged(
    requirements.filter(applies).map(({ id, conditions }) => [id, conditions] as const),
  );
  const asked = requirements.map((requirement) => {
    const { id } = requirement;
    return { requirement, when: whens.get(id), verdict: verdicts.get(id) };
  });
  return { ...base, ...answerOf(asked) };
}

const NOTHING = {
  outcome: 'needsData' as const,
  ...{ percent: 0, reasons: [], shortfalls: [], requirements: [], notApplicable: [], trace: [] },
};

function answerOf(asked: readonly AskedRequirement[]) {
  const judged = asked.flatMap(({ requirement, verdict }): JudgedRequirement[] =>
    verdict === undefined ? [] : [{ requirement, verdict }],
  );
  const shortfalls = judged.flatMap(({ verdict }) => shortfallsOf(verdict));
  return {
    outcome: judged.every(({ verdict }) => verdict.met) ? ('met' as const) : ('notMet' as const),
    percent: overallPercent(asked),
    reasons: reasonsIn(shortfalls),
    shortfalls,
    requirements: judged.map(requirementResult),
    notApplicable: asked.flatMap(({ requirement: { id, text }, verdict }) =>
      verdict === undefined ? [{ id, text }] : [],
    ),
    trace: asked.flatMap(traceOf),
  };
}

function scalars(parameters: Readonly<Record<string, ParameterValue>>): Facts {
  const isScalar = (
    entry: [string, ParameterValue],
  ): entry is [string, Exclude<FactValue, readonly string[]>] => typeof entry[1] !== 'object';
  return Object.fromEntries(Object.entries(parameters).filter(isScalar));
}
