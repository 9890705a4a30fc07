// What the checks of a leaf are told, and what they say to each other about its left side.
import type { FactCatalogue } from '../facts.ts';
import type { Findings } from '../finding.ts';
import type { Parameters } from '../parameters.ts';
import type { FactDefinition } from '../schema/fact-file.ts';

export interface LeafContext {
  readonly programme: string;
  readonly catalogue: FactCatalogue;
  readonly parameters: Parameters;
  readonly findings: Findings;
}

/** What stands on the left of a leaf. */
export interface LeftSide {
  readonly fact: FactDefinition;
  readonly unit: string | undefined;
}
