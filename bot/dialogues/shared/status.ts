// Where a person stands in everything that they take part in, on one screen.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import type { FoundPart } from '../assemble.ts';
import { menuButton } from './endings.ts';
import { textsOf } from './titles.ts';

/** Who takes part in nothing hears how to join: from the only programme itself, else from the menu. */
export const status = (parts: readonly FoundPart[]): Dialogue<EngineContext> => {
  const [only, ...more] = parts;
  const elsewhere: Outcome['next'] = { go: (more.length === 0 && only?.entry.status) || 'menu' };
  return dialogue('shared.status', { version: 1 }, [
    say('show', async (talk) => {
      const blocks = await blocksIn(talk, parts);
      if (blocks.length === 0) return { texts: [], next: elsewhere };
      return {
        texts: textsOf(blocks),
        buttons: [...blocks.flatMap(({ rows }) => rows), [menuButton()]],
        next: 'end',
      };
    }),
  ]);
};

async function blocksIn(talk: Talk<EngineContext>, parts: readonly FoundPart[]) {
  const all = parts.map(async ({ title, status: ask }) => {
    const block = await ask?.(talk);
    return block ? [{ title, ...block }] : [];
  });
  return (await Promise.all(all)).flat();
}
