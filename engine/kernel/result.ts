// Expected outcomes are values: what a use-case decided, or the reasons why it refused.
// Anything thrown is either an AppError (see errors.ts) or a bug.

/** A raw value for a text: rendered in the reader's language at the edge, never before. */
export type TextParam = string | number | boolean | null;
export type TextParams = Readonly<Record<string, TextParam>>;

/** Why something was refused. `code` doubles as a text key, see reasonKey. */
export interface Reason {
  readonly code: string;
  /** The text key, where it is not the one that the code gives. */
  readonly key?: string;
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

/** `credit.too-many-interviews` → `credit:reason.too-many-interviews`, unless the reason names its own key. */
export function reasonKey(reason: Reason): string {
  const dot = reason.code.indexOf('.');
  return reason.key ?? `${reason.code.slice(0, dot)}:reason.${reason.code.slice(dot + 1)}`;
}
