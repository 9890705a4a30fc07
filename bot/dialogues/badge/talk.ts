// What the scripts of the badge programme share at both desks: the talk, and short names for its texts.
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Outcome } from '../../dialogue/step.ts';
import type { Option } from '../../dialogue/steps/choose.ts';
import type { Talk } from '../../dialogue/talk.ts';

export type BadgeTalk = Talk<EngineContext>;

/** Options by a list of words, each by its text. */
export const optionsOf = (words: readonly string[], key: (word: string) => string): readonly Option[] =>
  words.map((value) => ({ value, label: text(key(value)) }));

export const on = { texts: [], next: 'on' } as const satisfies Outcome;
