// Where a person stands in everything that they take part in, on one screen.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import type { FoundPart } from '../assemble.ts';

/** Who takes part in nothing hears how to join: from the only programme itself, else from the menu. */
export const status = (parts: readonly FoundPart[]): Dialogue<EngineContext> => {
  const asked = parts.flatMap((part) => (part.status ? [part.status] : []));
  const ways = parts.flatMap(({ entry }) => (entry.status === undefined ? [] : [entry.status]));
  const [only, ...more] = ways;
  const elsewhere: Outcome['next'] = { go: only === undefined || more.length > 0 ? 'menu' : only };
  return dialogue('shared.status', { version: 1 }, [
    say('show', async (talk) => {
      const blocks = (await Promise.all(asked.map((ask) => ask(talk)))).flatMap((each) => each ?? []);
      if (blocks.length === 0) return { texts: [], next: elsewhere };
      return {
        texts: blocks.flatMap(({ texts }) => texts),
        buttons: [...blocks.flatMap(({ rows }) => rows), [goButton('common:button.menu', 'menu')]],
        next: 'end',
      };
    }),
  ]);
};
