// Reads typed words as the button they name, in any of the three languages: «Отмена.», «болдырмау», «/cancel».
// Called by the runner before a text is taken for an answer.
import { type Text, text } from '../../engine/kernel/message.ts';
import { wordsTyped } from '../../engine/kernel/typed-text.ts';
import type { ShownButton } from './session.ts';

/** How a text reads in each language. */
export type LabelsOf = (label: Text) => readonly string[];

export const controls = ['cancel', 'back', 'skip', 'done'] as const;
export type Control = (typeof controls)[number];

const reads = (labelsOf: LabelsOf, label: Text, wanted: string): boolean =>
  labelsOf(label).some((each) => wordsTyped(each) === wanted);

/** The button that the words name; null when none does, or when they would fit two that do different things. */
export function buttonNamed(
  typed: string,
  shown: readonly ShownButton[],
  labelsOf: LabelsOf,
): ShownButton | null {
  const wanted = wordsTyped(typed);
  if (wanted === '') return null;
  const found = shown.filter(({ label }) => reads(labelsOf, label, wanted));
  const targets = new Set(found.map(({ data, url }) => data ?? url));
  return targets.size === 1 ? (found[0] ?? null) : null;
}

/** Cancel, Back, Skip or Done, also where no such button stands. */
export function controlNamed(typed: string, labelsOf: LabelsOf): Control | null {
  const wanted = wordsTyped(typed);
  return (
    controls.find((each) => each === wanted || reads(labelsOf, text(`common:button.${each}`), wanted)) ?? null
  );
}

/** The button whose label begins with these words: «да» for «Да, отменить». */
export function buttonBegunBy(
  typed: string,
  shown: readonly ShownButton[],
  labelsOf: LabelsOf,
): ShownButton | null {
  const wanted = wordsTyped(typed);
  const isBegun = (label: string) => wordsTyped(label).split(' ')[0] === wanted;
  const found = shown.filter(({ label }) => labelsOf(label).some(isBegun));
  return found.length === 1 ? (found[0] ?? null) : null;
}
