// A person's full name as they write it in documents. Used by registration at both desks.
import { text } from '../../../engine/kernel/message.ts';
import { normaliseTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

const MOST = 100;
const MOST_WORDS = 6;

/** Two words at least; letters of any alphabet, hyphens and apostrophes. The value has single spaces. */
export const fullName: Field<unknown> = {
  parse(typed) {
    const name = normaliseTyped(typed)
      .replace(/ ?\p{Pd} ?/gu, '-')
      .replace(/[\s,;]+/gu, ' ')
      .trim();
    const words = name.split(' ');
    if (name.length > MOST || words.length > MOST_WORDS)
      return { problem: text('common:field.name.too-long', { length: name.length, most: MOST }) };
    if (!words.every((word) => /^\p{L}[\p{L}\p{M}'’ʼ.-]*$/u.test(word)))
      return { problem: text('common:field.name.letters') };
    if (words.length < 2) return { problem: text('common:field.name.one-word') };
    return { value: name };
  },
};
