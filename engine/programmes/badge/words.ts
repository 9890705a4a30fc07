// The parts that messages of the badge programme are made of: buttons, texts and lists of directions, as raw parameters.
import { type Button, type Message, type Text, text } from '../../kernel/message.ts';
import type { TextParams } from '../../kernel/result.ts';
import type { Notice } from '../../notify/notice.ts';
import type { Direction } from './states.ts';

/** A button of the participant desk that starts a dialogue. */
export const go = (label: string, dialogue: string, argument = '', params?: TextParams): Button => ({
  label: text(`badge:button.${label}`, params),
  action: { go: dialogue, argument },
});

/** A button of the staff desk. */
export const staffGo = (label: string, dialogue: string, argument = '', params?: TextParams): Button => ({
  label: text(`badge-staff:button.${label}`, params),
  action: { go: dialogue, argument },
});

export const menu = (): Button => ({
  label: text('common:button.menu'),
  action: { go: 'menu', argument: '' },
});

export const messageOf = (texts: readonly Text[], ...buttons: readonly Button[]): Message => ({
  texts,
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
});

/** `n` is how many there are; `d1` … `d7` name them: for `badge:directions.<n>`. */
export const directionParams = (all: readonly Direction[]): TextParams => ({
  n: all.length,
  ...Object.fromEntries(all.map((direction, index) => [`d${index + 1}`, direction])),
});

export const toParticipant = (to: string, message: Message): Notice => ({ to, desk: 'participant', message });

/** The same message for each; `card` names what it is a card of. */
export const toEach = (people: readonly string[], message: Message, card?: string): Notice[] =>
  [...new Set(people)].map((to) => ({ to, desk: 'staff', message, ...(card !== undefined && { card }) }));
