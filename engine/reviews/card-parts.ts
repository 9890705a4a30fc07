// What a card of a review item is made of, before and after the decision.
import type { Button, Text } from '../kernel/message.ts';

export interface CardParts {
  /** Who and what: the same before and after the decision. */
  readonly body: readonly Text[];
  /** What approval would lead to; shown while it is open. */
  readonly ahead: readonly Text[];
  /** What the person wrote: last, because it may be long. */
  readonly evidence: readonly Text[];
  readonly media: readonly string[];
  /** Of the subject as it is shown here, see `Reading.version`. */
  readonly version: string;
  /** What may still be decided, each button naming the subject; empty when nothing may. */
  readonly decisions: readonly Button[];
  /** What was decided, by whom and when; null while it is open. */
  readonly result: Text | null;
}
