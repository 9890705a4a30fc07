// What is wrong in a rule file: where, the value, and how to fix it. Made by the checks, shown by lint and the loader.
import { AppError, type ErrorDetail } from '../kernel/errors.ts';

export interface Finding {
  /** Stable name of the kind of fault, e.g. `unknown-fact`. */
  readonly code: string;
  /** File below the rules directory, or the name of a draft. */
  readonly file: string;
  /** JSON pointer to the value; empty for the whole file. */
  readonly pointer: string;
  readonly value: unknown;
  readonly hint: string;
}

/** Collects the findings of one file. */
export interface Findings {
  add(code: string, pointer: string, value: unknown, hint: string): void;
}

export function findingsOf(file: string, into: Finding[]): Findings {
  return { add: (code, pointer, value, hint) => into.push({ code, file, pointer, value, hint }) };
}

/** One line for people: `credit/params.json#/x/unit unknown-unit "hors": use hours`. */
export function findingLine({ code, file, pointer, value, hint }: Finding): string {
  return `${file}#${pointer} ${code} ${shown(value)}: ${hint}`;
}

/** A value as it stands in a message: JSON, cut short. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The error of a rule book that cannot be loaded, with every finding as a detail. */
export function configurationError(findings: readonly Finding[]): AppError {
  const details: ErrorDetail[] = findings.map(({ file, pointer, value, hint }) => ({
    pointer: `${file}#${pointer}`,
    value,
    hint,
  }));
  const lines = findings.map(findingLine).join('\n');
  return new AppError('configuration', `${findings.length} faults in the rules:\n${lines}`, details);
}
