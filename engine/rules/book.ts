// The rule book: every programme's rules, parameters and facts, checked, and what the rest of the system asks them.
// Made by load.ts only; it reads no files and knows no programme.
import { isLocalDate, type LocalDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import { CompiledVersion } from './compiled/compiled-version.ts';
import { parametersOf } from './conditions.ts';
import type { Evaluation } from './evaluation.ts';
import type { FactCatalogue, Facts } from './facts.ts';
import { shown } from './finding.ts';
import { isTable, type Parameters, type ParameterTable } from './parameters.ts';
import { type Expression, qualifies } from './qualifies.ts';
import { evaluateOnReference } from './reference-evaluation.ts';
import type { ParameterValue } from './schema/parameter-file.ts';
import type { RuleSetFile, VersionDefinition } from './schema/rule-set-file.ts';
import { inForceOn } from './timeline.ts';
import type { VersionOnDay } from './version-on-day.ts';

export interface RuleBookContent {
  readonly catalogue: FactCatalogue;
  readonly parameters: Parameters;
  readonly sets: readonly RuleSetFile[];
}

export class RuleBook {
  readonly catalogue: FactCatalogue;
  readonly parameters: Parameters;
  readonly #sets: ReadonlyMap<string, RuleSetFile>;

  /** @param content checked content: use `loadRuleBook` or `ruleBookFrom` */
  constructor({ catalogue, parameters, sets }: RuleBookContent) {
    this.catalogue = catalogue;
    this.parameters = parameters;
    this.#sets = new Map(sets.map((set) => [set.id, set]));
  }

  get sets(): readonly RuleSetFile[] {
    return [...this.#sets.values()];
  }

  /** @throws AppError `not-found` */
  set(id: string): RuleSetFile {
    const set = this.#sets.get(id);
    if (set !== undefined) return set;
    throw new AppError('not-found', `no rule set ${shown(id)}`, [
      { pointer: '/set', value: id, hint: `the sets are ${[...this.#sets.keys()].join(', ')}` },
    ]);
  }

  /** The version in force on a legal date. @throws AppError `not-found` for the set, `invalid-input` for the date */
  version(setId: string, on: LocalDate): VersionDefinition {
    const { versions } = this.set(setId);
    if (!isLocalDate(on)) {
      throw new AppError('invalid-input', `${shown(on)} is not a date`, [
        { pointer: '/on', value: on, hint: 'give a date as YYYY-MM-DD' },
      ]);
    }
    const version = inForceOn(versions, on);
    if (version !== undefined) return version;
    throw new AppError('invalid-input', `no version of ${setId} is in force on ${on}`, [
      { pointer: '/on', value: on, hint: `its versions hold: ${versions.map(period).join(', ')}` },
    ]);
  }

  /** A parameter's value on a day. @throws AppError `configuration` (unknown name), `invalid-input` (no value then) */
  parameter(programme: string, name: string, on: LocalDate): ParameterValue {
    return this.parameters.value(programme, name, on);
  }

  /** As `parameter`, for a figure. @throws AppError `configuration` also when the parameter is something else */
  number(programme: string, name: string, on: LocalDate): number {
    const value = this.parameter(programme, name, on);
    return typeof value === 'number' ? value : mistyped(programme, name, 'a number');
  }

  boolean(programme: string, name: string, on: LocalDate): boolean {
    const value = this.parameter(programme, name, on);
    return typeof value === 'boolean' ? value : mistyped(programme, name, 'yes or no');
  }

  table(programme: string, name: string, on: LocalDate): ParameterTable {
    const value = this.parameter(programme, name, on);
    return isTable(value) ? value : mistyped(programme, name, 'a table');
  }

  /** One figure of a table, e.g. the payout of the 20-hour credit. */
  tableNumber(programme: string, name: string, on: LocalDate, key: string | number): number {
    const table = this.table(programme, name, on);
    const value = Object.hasOwn(table, key) ? table[key] : undefined;
    return typeof value === 'number' ? value : mistyped(programme, name, `a table with a number for ${key}`);
  }

  numbers(programme: string, name: string, on: LocalDate): readonly number[] {
    const value = this.parameter(programme, name, on);
    const numbers = Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
    return Array.isArray(value) && numbers.length === value.length
      ? numbers
      : mistyped(programme, name, 'a list of numbers');
  }

  /**
   * Evaluates a set for one person on the legal date of the case.
   * @param facts flat object by fact name; facts that the set does not read are checked and otherwise ignored
   * @throws AppError `not-found` (set), `invalid-input` (date, unknown fact, wrong type; one detail each)
   */
  async evaluate(
    setId: string,
    on: LocalDate,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<Evaluation> {
    return evaluateOnReference(this.#onDay(setId, on), this.#checked(facts));
  }

  /**
   * A set compiled for a legal date, for many people at once; says of each what `evaluate` says.
   * @throws AppError `not-found` (set), `invalid-input` (date)
   */
  compiled(setId: string, on: LocalDate): CompiledVersion {
    return new CompiledVersion(this.#onDay(setId, on));
  }

  /**
   * A set on a legal date as an expression that MongoDB evaluates over documents with `facts`.
   * @throws AppError `not-found` (set), `invalid-input` (date)
   */
  qualifies(setId: string, on: LocalDate): Expression {
    return qualifies(this.#onDay(setId, on));
  }

  #checked(facts: Readonly<Record<string, unknown>>): Facts {
    const problems = this.catalogue.problems(facts);
    if (problems.length === 0) return facts as Facts;
    const lines = problems.map(({ pointer, value, hint }) => `${pointer} ${shown(value)}: ${hint}`);
    throw new AppError('invalid-input', `facts: ${lines.join('; ')}`, problems);
  }

  #onDay(setId: string, on: LocalDate): VersionOnDay {
    const { programme } = this.set(setId);
    const version = this.version(setId, on);
    const parameters = parametersOf(version).map(({ param }): [string, ParameterValue] => [
      param,
      this.parameters.value(programme, param, on),
    ]);
    return { set: setId, version, on, parameters: Object.fromEntries(parameters), catalogue: this.catalogue };
  }
}

const period = ({ from, to }: VersionDefinition): string =>
  to === undefined ? `from ${from}` : `${from} to ${to}`;

function mistyped(programme: string, name: string, wanted: string): never {
  throw new AppError('configuration', `parameter ${programme} ${name} is not ${wanted}`);
}
