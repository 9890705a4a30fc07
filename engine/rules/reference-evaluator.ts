// Judges condition trees, each by its id, for one person on json-rules-engine itself: the reference that any faster
// evaluator must equal. Facts are checked, complete and typed before they come here.
import { Engine, type NestedCondition, Operator, type TopLevelCondition } from 'json-rules-engine';
import { childrenOf, isGroup, kindOf, operatorNameOf, parameterFact } from './conditions.ts';
import type { FactCatalogue, Facts } from './facts.ts';
import { type FactValue, operatorOf, operators } from './operators.ts';
import type { ConditionDefinition, GroupDefinition, LeafDefinition } from './schema/rule-set-file.ts';
import type { LeafVerdict, Verdict } from './scoring.ts';

export interface Judging {
  /** What is judged, by the id of its requirement. */
  readonly trees: ReadonlyMap<string, GroupDefinition>;
  readonly facts: Facts;
  /** Resolved parameters by name: tables already reduced to the value of this case. */
  readonly parameters: Facts;
  readonly catalogue: FactCatalogue;
}

/** What json-rules-engine leaves on its copy of a condition after a run. */
interface Annotated {
  readonly result?: boolean;
  readonly factResult?: unknown;
  readonly valueResult?: unknown;
  readonly all?: readonly Annotated[];
  readonly any?: readonly Annotated[];
}

/** @returns a verdict for every tree, by the same id */
export async function judge(judging: Judging): Promise<ReadonlyMap<string, Verdict>> {
  if (judging.trees.size === 0) return new Map();
  // One engine per run: an Engine that is running twice at once skips the rules of one of the runs.
  const engine = new Engine([...judging.trees].map(ruleOf));
  for (const [name, { holds }] of Object.entries(operators)) {
    engine.addOperator(new Operator<FactValue, FactValue>(name, holds));
  }
  addFacts(engine, judging);
  const { results, failureResults } = await engine.run();
  const byId = new Map([...results, ...failureResults].map((result) => [result.name, result]));
  const verdicts = [...judging.trees].map(([id, tree]): [string, Verdict] => {
    const result = byId.get(id);
    if (result === undefined) throw new Error(`requirement ${id} was not evaluated`);
    const annotated = { ...(result.conditions as Annotated), result: result.result };
    return [id, verdictOf(tree, annotated, judging.catalogue)];
  });
  return new Map(verdicts);
}

function ruleOf([id, tree]: readonly [string, GroupDefinition]) {
  return { name: id, conditions: nativeGroup(tree), event: { type: id } };
}

/** json-rules-engine knows facts only: a parameter becomes the fact `param:<name>`. */
function nativeGroup(group: GroupDefinition): TopLevelCondition {
  const children = childrenOf(group).map(native);
  return kindOf(group) === 'all' ? { all: children } : { any: children };
}

function native(condition: ConditionDefinition): NestedCondition {
  if (isGroup(condition)) return nativeGroup(condition);
  const { fact, operator, value, name, params } = condition;
  const right = typeof value === 'object' && 'param' in value ? { fact: parameterFact(value.param) } : value;
  return { fact, operator, value: right, name, ...(params === undefined ? {} : { params }) };
}

function addFacts(engine: Engine, { facts, parameters }: Judging): void {
  for (const [name, value] of Object.entries(parameters)) engine.addFact(parameterFact(name), value);
  for (const [name, value] of Object.entries(facts)) {
    engine.addFact(name, ({ plus }) => (Array.isArray(plus) ? total([name, ...plus], facts) : value));
  }
}

function total(names: readonly string[], facts: Facts): number {
  return names.reduce((sum, name) => sum + Number(facts[name]), 0);
}

function verdictOf(condition: ConditionDefinition, annotated: Annotated, catalogue: FactCatalogue): Verdict {
  if (!isGroup(condition)) return leafVerdict(condition, annotated, catalogue);
  const results = annotated.all ?? annotated.any ?? [];
  return {
    kind: kindOf(condition),
    name: condition.name,
    met: judged(annotated),
    children: childrenOf(condition).map((child, index) => verdictOf(child, results[index] ?? {}, catalogue)),
  };
}

function leafVerdict(leaf: LeafDefinition, annotated: Annotated, catalogue: FactCatalogue): LeafVerdict {
  const operator = operatorOf(operatorNameOf(leaf));
  const measured = operator.measure(annotated.factResult as FactValue, annotated.valueResult as FactValue);
  const { progresses } = operator;
  return {
    kind: 'leaf',
    leaf,
    met: judged(annotated),
    ...measured,
    unit: catalogue.unit(leaf.fact),
    progresses,
  };
}

function judged({ result }: Annotated): boolean {
  // A condition without a result was skipped: saying "not met" then would be a silent wrong answer.
  if (result === undefined) throw new Error('json-rules-engine left a condition unevaluated');
  return result;
}
