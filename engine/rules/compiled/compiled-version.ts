// One version of a rule set on one day, compiled to closures once and asked for many people: re-evaluating everyone,
// simulations, ratings. Says exactly what RuleBook.evaluate says (tests/rules/equal.test.ts), facts unchecked.
import type { LocalDate } from '../../kernel/calendar.ts';
import { factsOf, parametersOf } from '../conditions.ts';
import type { Evaluation, LeafTrace, RequirementResult, Shortfall } from '../evaluation.ts';
import type { FactCatalogue, Facts } from '../facts.ts';
import type { FactValue } from '../operators.ts';
import { resolved } from '../resolve.ts';
import type { ParameterValue } from '../schema/parameter-file.ts';
import type { RequirementDefinition, VersionDefinition } from '../schema/rule-set-file.ts';
import { groupOf, percentOf } from '../scoring.ts';
import { DayParameters } from './compiling.ts';
import type { CompiledCondition } from './condition.ts';
import { CompiledEvaluation, type Judge, type Judgement } from './evaluation.ts';
import { compile } from './group.ts';
import { Layout, type Values } from './values.ts';

export interface VersionOnDay {
  readonly set: string;
  readonly version: VersionDefinition;
  readonly on: LocalDate;
  /** Every parameter that the version names, as on that day: tables whole. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly catalogue: FactCatalogue;
}

interface CompiledRequirement {
  readonly definition: RequirementDefinition;
  readonly condition: CompiledCondition;
  readonly gate: boolean;
  readonly group: string;
  /** Which of the weight groups it counts for. */
  readonly weight: number;
}

type Resolved = Readonly<Record<string, ParameterValue>>;

export class CompiledVersion implements Judge {
  readonly #told: Judge['about'];
  readonly #layout: Layout;
  readonly #requirements: readonly CompiledRequirement[];
  /** How many requirements each weight group has. */
  readonly #weights: readonly number[];
  readonly #resolve: (facts: Facts) => Resolved;

  constructor(about: VersionOnDay) {
    const { version, catalogue } = about;
    this.#layout = new Layout(factsOf(version));
    const { set, on } = about;
    this.#told = { set, version: version.name ?? version.from, on, reads: this.#layout.names };
    const compiling = { layout: this.#layout, catalogue, parameters: new DayParameters(about.parameters) };
    const counted = version.requirements.filter(({ gate }) => gate !== true);
    const groups = [...new Set(counted.map(groupOf))];
    this.#requirements = version.requirements.map((definition) => ({
      definition,
      condition: compile(definition.conditions, compiling),
      gate: definition.gate ?? false,
      group: groupOf(definition),
      weight: groups.indexOf(groupOf(definition)),
    }));
    this.#weights = groups.map((group) => counted.filter((each) => groupOf(each) === group).length);
    this.#resolve = resolverOf(about);
  }

  /** @param facts checked ones: of their types, those that the version does not read are ignored */
  evaluate(facts: Facts): Evaluation {
    const { names } = this.#layout;
    const values: FactValue[] = new Array(names.length);
    return this.#layout.fill(values, facts)
      ? this.#judged(facts, values)
      : this.#withoutData(
          facts,
          names.filter((name) => facts[name] === undefined),
        );
  }

  #withoutData(facts: Facts, missing: readonly string[]): Evaluation {
    const nothing = { percent: 0, reasons: [], shortfalls: [], requirements: [], trace: [] };
    return { ...this.#told, parameters: this.#resolve(facts), outcome: 'needsData', missing, ...nothing };
  }

  #judged(facts: Facts, values: Values): Evaluation {
    const requirements = this.#requirements;
    const fractions: number[] = new Array(requirements.length);
    const sums: number[] = new Array(this.#weights.length).fill(0);
    let met = true;
    let counted = true;
    for (let at = 0; at < requirements.length; at += 1) {
      const { condition, gate, weight } = requirements[at] as CompiledRequirement;
      const fraction = condition.fraction(values);
      fractions[at] = fraction;
      if (!gate) sums[weight] = (sums[weight] as number) + fraction;
      if (fraction === 1) continue;
      met = false;
      counted &&= gate;
    }
    const outcome = met ? 'met' : 'notMet';
    return new CompiledEvaluation(this, {
      outcome,
      percent: this.#percent(sums, counted, met),
      fractions,
      facts,
      values,
    });
  }

  #percent(sums: readonly number[], counted: boolean, met: boolean): number {
    // A set of gates only is either passed or not.
    if (sums.length === 0) return met ? 100 : 0;
    let total = 0;
    for (let group = 0; group < sums.length; group += 1)
      total += (sums[group] as number) / (this.#weights[group] as number);
    return percentOf(total / sums.length, counted);
  }

  /** What `CompiledEvaluation` works out of a judgement when it is asked. */
  requirementsOf({ fractions, values }: Judgement): readonly RequirementResult[] {
    return this.#requirements.map(({ definition, condition, gate, group }, at) => {
      const fraction = fractions[at] as number;
      const { have, need } = condition.lead(values);
      const { id, text } = definition;
      const met = fraction === 1;
      return { id, text, group, gate, met, have, need, percent: percentOf(fraction, met) };
    });
  }

  shortfallsOf({ outcome, fractions, values }: Judgement): readonly Shortfall[] {
    const into: Shortfall[] = [];
    if (outcome === 'met') return into;
    const requirements = this.#requirements;
    for (let at = 0; at < requirements.length; at += 1)
      if (fractions[at] !== 1) (requirements[at] as CompiledRequirement).condition.shortfalls(values, into);
    return into;
  }

  parametersOf({ facts }: Judgement): Resolved {
    return this.#resolve(facts);
  }

  traceOf({ values }: Judgement): readonly LeafTrace[] {
    const into: LeafTrace[] = [];
    for (const { definition, condition } of this.#requirements) condition.trace(values, definition.id, into);
    return into;
  }

  get about(): Judge['about'] {
    return this.#told;
  }
}

/** As a decision names them: tables reduced to the person's value. The same object for everybody where there is none. */
function resolverOf({ version, parameters }: VersionOnDay): (facts: Facts) => Resolved {
  const references = parametersOf(version);
  if (references.every(({ by }) => by === undefined)) {
    const all = Object.fromEntries(
      references.map(({ param }) => [param, parameters[param] as ParameterValue]),
    );
    return () => all;
  }
  return (facts) => resolved(references, parameters, facts);
}
