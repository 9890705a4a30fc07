// What is known while a version is being compiled for a day: places of facts, values of parameters, types of facts.
import type { FactCatalogue } from '../facts.ts';
import type { FactValue } from '../operators.ts';
import { isTable, type ParameterTable } from '../parameters.ts';
import type { ParameterValue } from '../schema/parameter-file.ts';
import type { Layout } from './values.ts';

export interface Compiling {
  readonly layout: Layout;
  readonly catalogue: FactCatalogue;
  readonly parameters: DayParameters;
}

/** The parameters of one programme on one day, by name. */
export class DayParameters {
  readonly #values: Readonly<Record<string, ParameterValue>>;

  constructor(values: Readonly<Record<string, ParameterValue>>) {
    this.#values = values;
  }

  /** @throws Error when it is a list or a table: the checks let neither stand beside a fact */
  constant(name: string): FactValue {
    const value = this.#values[name];
    if (value !== undefined && typeof value !== 'object') return value;
    throw new Error(`parameter ${name} is no single value`);
  }

  /** The cells of a table by key. @throws Error when it is none */
  table(name: string): ReadonlyMap<string, FactValue> {
    const value = this.#values[name];
    if (value !== undefined && isTable(value)) return new Map(Object.entries(value as ParameterTable));
    throw new Error(`parameter ${name} is no table`);
  }
}
