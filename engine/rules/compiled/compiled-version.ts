// One version of a rule set on one day, compiled to closures once and asked for many people: re-evaluating everyone,
// simulations, ratings. Says exactly what RuleBook.evaluate says (tests/rules/equal.test.ts), facts unchecked.
import { factsOf, parametersOf } from '../conditions.ts';
import type { Evaluation, LeafTrace, RequirementResult, Shortfall } from '../evaluation.ts';
import type { FactCatalogue, Facts } from '../facts.ts';
import { Needs } from '../needs.ts';
import type { FactValue } from '../operators.ts';
import { resolved } from '../resolve.ts';
import type { ParameterValue } from '../schema/parameter-file.ts';
import type { VersionOnDay } from '../version-on-day.ts';
import { DayParameters } from './compiling.ts';
import { CompiledEvaluation, type Judge, type Judgement } from './evaluation.ts';
import { CompiledRequirement, NOT_APPLICABLE } from './requirement.ts';
import { Layout, type Values } from './values.ts';
import { Weights } from './weights.ts';

type Resolved = Readonly<Record<string, ParameterValue>>;

export class CompiledVersion implements Judge {
  readonly #told: Judge['about'];
  readonly #layout: Layout;
  readonly #needs: Needs;
  readonly #catalogue: FactCatalogue;
  readonly #requirements: readonly CompiledRequirement[];
  readonly #weights: Weights;
  readonly #resolve: (facts: Facts) => Resolved;

  constructor(about: VersionOnDay) {
    const { set, on, version, catalogue } = about;
    this.#catalogue = catalogue;
    this.#layout = new Layout(factsOf(version), catalogue);
    this.#needs = new Needs(version);
    this.#told = { set, version: version.name ?? version.from, on, reads: this.#layout.names };
    const compiling = { layout: this.#layout, catalogue, parameters: new DayParameters(about.parameters) };
    this.#requirements = version.requirements.map((each) => new CompiledRequirement(each, compiling));
    this.#weights = new Weights(this.#requirements);
    this.#resolve = resolverOf(about);
  }

  /** @param facts checked ones: of their types, those that the version does not read are ignored */
  evaluate(facts: Facts): Evaluation {
    const values: FactValue[] = new Array(this.#layout.names.length);
    if (this.#layout.fill(values, facts)) return this.#judged(facts, values);
    const missing = this.#missing(values);
    return missing.length === 0 ? this.#judged(facts, values) : this.#withoutData(facts, missing);
  }

  /** What is not known and cannot be done without. */
  #missing(values: Values): readonly string[] {
    const isKnown = (name: string): boolean => values[this.#layout.placeOf(name)] !== undefined;
    return this.#needs.missing(isKnown, (at) =>
      (this.#requirements[at] as CompiledRequirement).applies(values),
    );
  }

  #withoutData(facts: Facts, missing: readonly string[]): Evaluation {
    return {
      ...this.#told,
      ...{ outcome: 'needsData', percent: 0, missing, reasons: [], shortfalls: [], requirements: [] },
      ...{ notApplicable: [], trace: [] },
      ...{ parameters: this.parametersOf({ facts }), defaults: this.defaultsFor(facts) },
    };
  }

  #judged(facts: Facts, values: Values): Evaluation {
    const requirements = this.#requirements;
    const fractions: number[] = new Array(requirements.length);
    for (let at = 0; at < requirements.length; at += 1)
      fractions[at] = (requirements[at] as CompiledRequirement).fraction(values);
    const { met, percent } = this.#weights.weigh(fractions);
    const outcome = met ? 'met' : 'notMet';
    return new CompiledEvaluation(this, { outcome, percent, fractions, facts, values });
  }

  /** What `CompiledEvaluation` works out of a judgement when it is asked. */
  requirementsOf({ fractions, values }: Judgement): readonly RequirementResult[] {
    return this.#requirements.flatMap((each, at) => {
      const fraction = fractions[at] as number;
      return fraction === NOT_APPLICABLE ? [] : [each.result(values, fraction)];
    });
  }

  notApplicableIn({ fractions }: Judgement): Evaluation['notApplicable'] {
    return this.#requirements.flatMap(({ id, text }, at) =>
      fractions[at] === NOT_APPLICABLE ? [{ id, text }] : [],
    );
  }

  shortfallsOf({ outcome, fractions, values }: Judgement): readonly Shortfall[] {
    const into: Shortfall[] = [];
    if (outcome === 'met') return into;
    for (const [at, each] of this.#requirements.entries())
      if (fractions[at] !== 1 && fractions[at] !== NOT_APPLICABLE) each.shortfalls(values, into);
    return into;
  }

  parametersOf({ facts }: Pick<Judgement, 'facts'>): Resolved {
    return this.#resolve(facts);
  }

  defaultsFor(facts: Facts): Facts {
    return this.#catalogue.defaults(this.#layout.names, facts);
  }

  traceOf({ values }: Judgement): readonly LeafTrace[] {
    const into: LeafTrace[] = [];
    for (const each of this.#requirements) each.trace(values, into);
    return into;
  }

  get about(): Judge['about'] {
    return this.#told;
  }
}

/** As a decision names them: tables reduced to the person's value. The same object for everybody where there is none. */
function resolverOf({ version, parameters, catalogue }: VersionOnDay): (facts: Facts) => Resolved {
  const references = parametersOf(version);
  if (references.every(({ by }) => by === undefined)) {
    const all = Object.fromEntries(
      references.map(({ param }) => [param, parameters[param] as ParameterValue]),
    );
    return () => all;
  }
  const keys = references.flatMap(({ by }) => (by === undefined ? [] : [by]));
  return (facts) => resolved(references, parameters, { ...catalogue.defaults(keys, facts), ...facts });
}
