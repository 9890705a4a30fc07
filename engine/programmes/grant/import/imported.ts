// What came of a file: a plan, or everything that is wrong with it, each with its place, its value and what to do.
import { type Text, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Plan } from '../plan/shape.ts';

export interface ImportFault {
  /** `/<sheet>/<cell>` in a workbook, a JSON pointer in JSON. */
  readonly pointer: string;
  readonly value: unknown;
  /** The hint, rendered by whoever shows it. */
  readonly hint: Text;
}

export type Imported =
  | { readonly plan: Plan; readonly faults: readonly [] }
  | { readonly plan: null; readonly faults: readonly ImportFault[] };

export const importFault = (
  pointer: string,
  value: unknown,
  code: string,
  params: TextParams = {},
): ImportFault => ({
  ...{ pointer, value, hint: text(`grant:import.${code}`, params) },
});
