// The first words at a desk: what each of its programmes says of itself, with the ways in. Of several, each is a message of
// its own with its own buttons.
import type { Button, Text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Dialogue, Outcome } from '../../dialogue/step.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import type { FoundPart } from '../assemble.ts';
import { welcome } from './welcome.ts';

/** What is said before several programmes: which of them is it to be. */
export interface Before {
  readonly text: Text;
  readonly rows: readonly (readonly Button[])[];
}

/** @param before null at a desk where nothing need be said */
export const greeting = (parts: readonly FoundPart[], before: Before): Dialogue<EngineContext> =>
  welcome((talk) => introduction(talk, parts, before));

export function introduction(
  talk: Talk<EngineContext>,
  parts: readonly FoundPart[],
  before: Before,
): Outcome {
  const blocks = parts.map((each) => each.introduction(talk));
  const help = [goButton('common:button.help', 'shared.help')];
  const [only, ...more] = blocks;
  if (only && more.length === 0) return { texts: only.texts, buttons: [...only.rows, help], next: 'end' };
  // Whoever cannot come in by themselves is invited, and told so where they ask.
  const open = blocks.filter(({ rows }) => rows.length > 0);
  return {
    texts: [before.text],
    buttons: [...before.rows, help],
    also: open.map(({ texts, rows }) => ({ texts, buttons: rows })),
    next: 'end',
  };
}
