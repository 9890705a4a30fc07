// The programmes that somebody may join: one line each and the way in. Opened from the menu by those who take part in
// another one already; whoever takes part in none sees it as the menu.
import { type Button, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/programme.ts';
import { type Dialogue, dialogue, type Prompt } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { blocksOf, type FoundPart } from '../assemble.ts';
import type { Block } from '../desk-part.ts';
import { menuButton } from './endings.ts';
import { heading } from './titles.ts';

type Offer = Block & { readonly title: string };

/** The way in is called by the programme where it is a single button: of several, one could not tell them apart. */
const waysIn = ({ title, rows }: Offer): readonly (readonly Button[])[] => {
  const [only, ...more] = rows.flat();
  return only && more.length === 0 ? [[{ ...only, label: text(title) }]] : rows;
};

export const offers = (open: readonly Offer[]): Required<Pick<Prompt, 'texts' | 'buttons'>> => ({
  texts: open.flatMap(({ title, texts }) => [heading(title), ...texts]),
  buttons: open.flatMap(waysIn),
});

export const otherProgrammes = (parts: readonly FoundPart[]): Dialogue<EngineContext> =>
  dialogue('shared.programmes', { version: 1 }, [
    say('list', async (talk) => {
      const { open } = await blocksOf(talk, parts);
      const { texts, buttons } = offers(open);
      return {
        texts: texts.length > 0 ? texts : [text('common:programmes.none')],
        buttons: [...buttons, [menuButton()]],
        next: 'end',
      };
    }),
  ]);
