// What several programmes say side by side: each beneath its title. One alone needs none.
import { type Text, text } from '../../../engine/kernel/message.ts';

interface Titled {
  /** Text key of what the programme is called. */
  readonly title: string;
  readonly texts: readonly Text[];
}

export const heading = (title: string): Text => text('common:programmes.heading', { title });

/** Puts the titles over the texts; a block without a word and without buttons gets none. */
export const titled = <T extends Titled>(blocks: readonly T[]): readonly T[] =>
  blocks.length < 2
    ? blocks
    : blocks.map((each) => ({ ...each, texts: [heading(each.title), ...each.texts] }));

export const textsOf = (blocks: readonly Titled[]): readonly Text[] =>
  titled(blocks).flatMap(({ texts }) => texts);
