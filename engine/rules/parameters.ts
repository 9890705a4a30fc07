// Dated parameters: every figure of every programme, picked by day. Reported values are kept for display and never used.
import type { LocalDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import type {
  DatedValue,
  ParameterDefinition,
  ParameterFile,
  ParameterValue,
} from './schema/parameter-file.ts';
import type { Scalar } from './schema/parts.ts';
import { inForceOn } from './timeline.ts';

export type ParameterTable = Readonly<Record<string, Scalar>>;

export class Parameters {
  readonly #files: ReadonlyMap<string, ParameterFile>;

  constructor(files: ReadonlyMap<string, ParameterFile>) {
    this.#files = files;
  }

  /** All parameters of a programme with every dated value, reported ones too: for operators to see. */
  ofProgramme(programme: string): Readonly<Record<string, ParameterDefinition>> {
    return this.#files.get(programme) ?? {};
  }

  definition(programme: string, name: string): ParameterDefinition | undefined {
    const parameters = this.ofProgramme(programme);
    return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  }

  /** The value in use on a day, or undefined when there is none (or only a reported one). */
  find(programme: string, name: string, on: LocalDate): DatedValue | undefined {
    return inForceOn(usedValues(this.definition(programme, name)), on);
  }

  /** @throws AppError `configuration` for an unknown name, `invalid-input` for a day without a value */
  value(programme: string, name: string, on: LocalDate): ParameterValue {
    const definition = this.definition(programme, name);
    if (definition === undefined) {
      throw new AppError('configuration', `no parameter ${name} in ${programme}/params.json`);
    }
    const dated = this.find(programme, name, on);
    if (dated !== undefined) return dated.value;
    const from = usedValues(definition)[0]?.from ?? 'never';
    throw new AppError('invalid-input', `parameter ${programme} ${name} has no value on ${on}`, [
      { pointer: '/on', value: on, hint: `its first value holds from ${from}` },
    ]);
  }
}

/** The values that may be used: in force or expected, never reported. */
export function usedValues(definition: ParameterDefinition | undefined): readonly DatedValue[] {
  return definition?.values.filter(({ status }) => status !== 'reported') ?? [];
}

export const isTable = (value: ParameterValue): value is Record<string, Scalar> =>
  typeof value === 'object' && !Array.isArray(value);
