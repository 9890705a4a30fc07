// One version of a rule set on one day: what both evaluators start from.
import type { LocalDate } from '../kernel/calendar.ts';
import type { FactCatalogue } from './facts.ts';
import type { ParameterValue } from './schema/parameter-file.ts';
import type { VersionDefinition } from './schema/rule-set-file.ts';

export interface VersionOnDay {
  readonly set: string;
  readonly version: VersionDefinition;
  readonly on: LocalDate;
  /** Every parameter that the version names, as on that day: tables whole. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly catalogue: FactCatalogue;
}
