// Expected outcomes are values: what a use-case decided, or the reasons why it refused.
// Anything thrown is either an AppError (see errors.ts) or a bug.

/** A raw value for a text: rendered in the reader's language at the edge, never before. */
export type TextParam = string | number | boolean | null;
export type TextParams = Readonly<Record<string, TextParam>>;

/** Why something was refused. `code` doubles as a text key: `credit.too-many-interviews` → `credit:reason.too-many-interviews`. */
export interface Reason {
  readonly code: string;
  readonly params?: TextParams;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused {
  readonly ok: false;
  readonly reasons: readonly Reason[];
}

export type Result<T> = Ok<T> | Refused;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export function refused(code: string, params?: TextParams): Refused {
  return { ok: false, reasons: [params === undefined ? { code } : { code, params }] };
}

export const refusedFor = (reasons: readonly Reason[]): Refused => ({ ok: false, reasons });
