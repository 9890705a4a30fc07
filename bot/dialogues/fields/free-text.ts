// A text in the person's own words, within limits. Lengths are counted as a reader counts: in characters.
import { text } from '../../../engine/kernel/message.ts';
import { normaliseTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

export interface TextLimits {
  readonly least: number;
  readonly most: number;
}

export const freeText = ({ least, most }: TextLimits): Field<unknown> => ({
  parse(typed) {
    const words = normaliseTyped(typed);
    const { length } = [...words];
    if (length < least) return { problem: text('common:field.text.too-short', { length, least }) };
    if (length > most) return { problem: text('common:field.text.too-long', { length, most }) };
    return { value: words };
  },
});
