// The last words of dialogues, with buttons that lead on: what every programme and room ends its scripts with.
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import type { TextParams } from '../../../engine/kernel/result.ts';
import type { Outcome } from '../../dialogue/step.ts';
import { goButton } from '../../dialogue/steps/call.ts';

export const menuButton = (): Button => goButton('common:button.menu', 'menu');

/** Each button has a row of its own. */
export const endingWith = (texts: readonly Text[], ...buttons: readonly Button[]): Outcome => ({
  texts,
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
  next: 'end',
});

export const ending = (key: string, params?: TextParams, ...buttons: readonly Button[]): Outcome =>
  endingWith([text(key, params)], ...buttons);

/** Buttons and endings in the texts of one namespace. @param named the whole key of a name */
export const wordsOf = (named: (name: string) => string) => ({
  /** A button by the name of its label. */
  button: (label: string, go: string, argument = '', params?: TextParams): Button =>
    goButton(named(`button.${label}`), go, argument, params),
  /** The last word of a dialogue, with buttons that lead on. */
  ending: (key: string, params?: TextParams, ...buttons: readonly Button[]): Outcome =>
    ending(named(key), params, ...buttons),
});
