// One change of the rules, small enough to be one sentence: what, where, before and after.
import type { LocalDate } from '../../kernel/calendar.ts';

export const changeKinds = [
  ...(['parameter-added', 'parameter-removed', 'parameter-changed'] as const),
  ...(['value-added', 'value-removed', 'value-changed', 'value-annotated'] as const),
  ...(['set-added', 'set-removed', 'set-changed'] as const),
  ...(['version-added', 'version-removed', 'version-changed'] as const),
  ...(['requirement-added', 'requirement-removed', 'requirement-changed'] as const),
  ...(['condition-added', 'condition-removed', 'condition-changed'] as const),
  ...(['when-added', 'when-removed', 'when-changed'] as const),
  'cases-changed' as const,
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a change is about; what does not concern it is left out. */
export interface Subject {
  readonly programme?: string;
  readonly parameter?: string;
  /** Unit of the parameter. */
  readonly unit?: string;
  readonly set?: string;
  /** Text key. */
  readonly title?: string;
  /** The day from which the value or the version holds. */
  readonly day?: LocalDate;
  /** Text key. */
  readonly requirement?: string;
  /** What of it changed, by the names of the format; `order` and `structure` besides. */
  readonly fields?: readonly string[];
}

export interface RuleChange {
  readonly kind: ChangeKind;
  /** JSON pointer into the content after the change; where something was taken out, into the content before. */
  readonly pointer: string;
  readonly about: Subject;
  /** Null where there was nothing. A value that is added has what held on its day before. */
  readonly before: unknown;
  /** Null where there is nothing any more. */
  readonly after: unknown;
}
