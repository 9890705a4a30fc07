// What came of a file: a plan, or everything that is wrong with it.
import type { ErrorDetail } from '../../../kernel/errors.ts';
import type { Plan } from '../plan/shape.ts';

export type Imported =
  | { readonly plan: Plan; readonly faults: readonly [] }
  | { readonly plan: null; readonly faults: readonly ErrorDetail[] };
