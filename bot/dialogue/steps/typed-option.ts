// Which option a person typed: its name, or a beginning or whole words inside that no other option has. Case, punctuation, emoji and Kazakh
// letters make no difference. A number counts only where it stands on the button, as it is part of the name there.
import type { Text } from '../../../engine/kernel/message.ts';
import { wordsTyped } from '../../../engine/kernel/typed-text.ts';
import type { LabelText } from '../step.ts';

/** Shorter beginnings are too easily something else. */
const SHORTEST = 3;

interface Labelled {
  readonly label: Text;
}

export type TypedOption<O> =
  | { readonly kind: 'one'; readonly option: O }
  | { readonly kind: 'several'; readonly options: readonly O[] }
  | { readonly kind: 'none' };

/** A single option is named in full: it stands for a decision, which no few letters make. */
export function optionTyped<O extends Labelled>(
  options: readonly O[],
  typed: string,
  label: LabelText,
): TypedOption<O> {
  const wanted = wordsTyped(typed);
  if (wanted === '') return { kind: 'none' };
  const named = options.map((option) => ({ option, name: wordsTyped(label(option.label)) }));
  const exact = named.filter(
    ({ option, name }) => name === wanted || ownName(label(option.label)) === wanted,
  );
  if (exact.length > 0 || options.length < 2) return found(exact);
  const begun = named.filter(({ name }) => isBeginning(wanted, name));
  if (begun.length > 0) return found(begun);
  return found(named.filter(({ option }) => hasWords(wanted, ownName(label(option.label)))));
}

/** What stands before « · »: the rest of such a label only tells about it («Ақсақалмен әңгіме · 11 мест»). */
const ownName = (label: string): string => wordsTyped(label.split(' · ')[0] ?? '');

function isBeginning(wanted: string, name: string): boolean {
  if (!name.startsWith(wanted)) return false;
  const isWholeWord = name.charAt(wanted.length) === ' ';
  // «2» is no beginning of «20 часов», «20» is.
  return /\d$/u.test(wanted) ? isWholeWord : wanted.length >= SHORTEST;
}

/** «политехнический» for «Алматинский политехнический университет»: whole words, and no figure by itself. */
const hasWords = (wanted: string, name: string): boolean =>
  wanted.length >= SHORTEST && !/^\d+$/u.test(wanted) && ` ${name} `.includes(` ${wanted} `);

function found<O>(matching: readonly { readonly option: O }[]): TypedOption<O> {
  const [first, ...more] = matching.map(({ option }) => option);
  if (first === undefined) return { kind: 'none' };
  return more.length === 0 ? { kind: 'one', option: first } : { kind: 'several', options: [first, ...more] };
}
