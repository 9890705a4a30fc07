// The catalogue of facts: what each is called, its type and its bounds. Checks what callers bring before any rule runs.
import type { ErrorDetail } from '../kernel/errors.ts';
import { pointerTo } from '../kernel/json-pointer.ts';
import type { FactValue } from './operators.ts';
import type { FactDefinition } from './schema/fact-file.ts';

/** Facts by name, already checked against the catalogue. */
export type Facts = Readonly<Record<string, FactValue>>;

export interface CataloguedFact {
  readonly name: string;
  readonly programme: string;
  readonly definition: FactDefinition;
}

export class FactCatalogue {
  readonly #facts: ReadonlyMap<string, CataloguedFact>;

  constructor(facts: readonly CataloguedFact[]) {
    this.#facts = new Map(facts.map((fact) => [fact.name, fact]));
  }

  get all(): readonly CataloguedFact[] {
    return [...this.#facts.values()];
  }

  definition(name: string): FactDefinition | undefined {
    return this.#facts.get(name)?.definition;
  }

  /** A fact as a rule of `programme` may name it: other programmes' facts are not its own. */
  ofProgramme(programme: string, name: string): FactDefinition | undefined {
    const fact = this.#facts.get(name);
    return fact?.programme === programme ? fact.definition : undefined;
  }

  /** What holds of a fact that nobody gives; undefined where it is missing then. */
  defaultOf(name: string): FactValue | undefined {
    return this.definition(name)?.default;
  }

  /** Of the facts that are read and not given, those that have a default: their defaults. */
  defaults(reads: readonly string[], given: Facts): Facts {
    const entries = reads.flatMap((name): [string, FactValue][] => {
      const value = Object.hasOwn(given, name) ? undefined : this.defaultOf(name);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(entries);
  }

  unit(name: string): string | undefined {
    const definition = this.definition(name);
    return definition !== undefined && 'unit' in definition ? definition.unit : undefined;
  }

  /** @returns what is wrong with a flat object of facts; empty when all are known and of their type */
  problems(facts: Readonly<Record<string, unknown>>): ErrorDetail[] {
    return Object.entries(facts).flatMap(([name, value]) => {
      const definition = this.definition(name);
      const hint =
        definition === undefined ? 'no such fact in the catalogue' : valueProblem(definition, value);
      return hint === null ? [] : [{ pointer: pointerTo('', name), value, hint }];
    });
  }
}

/** @returns how to fix a value that does not fit its fact, or null when it does */
export function valueProblem(definition: FactDefinition, value: unknown): string | null {
  switch (definition.type) {
    case 'bool':
      return typeof value === 'boolean' ? null : 'give true or false';
    case 'choice':
      return definition.values.some((allowed) => allowed === value)
        ? null
        : `give one of ${definition.values.join(', ')}`;
    case 'list':
      return Array.isArray(value) && value.every((each) => definition.values.some((own) => own === each))
        ? null
        : `give a list of ${definition.values.join(', ')}`;
    default:
      return numberProblem(definition, value);
  }
}

type NumericFact = Extract<FactDefinition, { type: 'int' | 'number' }>;

function numberProblem({ type, min, max, values }: NumericFact, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'give a number';
  if (type === 'int' && !Number.isSafeInteger(value)) return 'give a whole number';
  if (values !== undefined && !values.includes(value)) return `give one of ${values.join(', ')}`;
  if (min !== undefined && value < min) return `give ${min} or more`;
  if (max !== undefined && value > max) return `give ${max} or less`;
  return null;
}
