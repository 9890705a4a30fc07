// What the scripts of the badge programme share at both desks: endings with a way on, and short names for its texts.
import type { Button, Text } from '../../../engine/kernel/message.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { TextParams } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Outcome } from '../../dialogue/step.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { Option } from '../../dialogue/steps/choose.ts';
import type { Talk } from '../../dialogue/talk.ts';

export type BadgeTalk = Talk<EngineContext>;

export const menuButton = (): Button => goButton('common:button.menu', 'menu');

/** The last word of a dialogue, with buttons that lead on. */
export const endingWith = (texts: readonly Text[], ...buttons: readonly Button[]): Outcome => ({
  texts,
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
  next: 'end',
});

export const ending = (key: string, params?: TextParams, ...buttons: readonly Button[]): Outcome =>
  endingWith([text(key, params)], ...buttons);

/** Options by a list of words, each by its text. */
export const optionsOf = (words: readonly string[], key: (word: string) => string): readonly Option[] =>
  words.map((value) => ({ value, label: text(key(value)) }));

export const on = { texts: [], next: 'on' } as const satisfies Outcome;
