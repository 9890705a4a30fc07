// What people type, cleaned of what nobody sees and folded for comparing. Every place that reads people's words uses
// this one normaliser: chat, secure forms, API and the privacy guard. All of it takes linear time.
import { folded } from './names.ts';

/** Characters that show nothing: ignorable ones, control codes, lone surrogates, fillers that count as letters. */
const UNSEEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u{1D159}\u{16FE4}\u{13441}\u{13442}\uFFF9-\uFFFC`;
/** The blank Braille pattern is a space in all but name. */
const SPACES = String.raw`\s\u2800`;

/** A JSON Schema pattern: at least one character that can be seen. */
export const SOMETHING_VISIBLE = `[^${UNSEEN}${SPACES}]`;

/** An emoji of several parts keeps the joiners that hold it together. */
const EMOJI_PART = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?`;
const EMOJI = String.raw`${EMOJI_PART}(?:\u200D${EMOJI_PART})*|[0-9#*]\uFE0F\u20E3`;

const BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;
const UNSEEN_OR_EMOJI = new RegExp(`(${EMOJI})|(?![\\n\\t])[${UNSEEN}]`, 'gu');
const SPACE_RUNS = new RegExp(`[${SPACES}]+`, 'gu');
/** Hyphens in their typographic variants; real dashes stand in sentences and stay. */
const HYPHENS = /[\u2010\u2011\u2212\u02D7]/gu;
const DASHES = /[\p{Pd}\u2212\u02D7\u2043]/gu;

/**
 * A text as it is kept: NFC, no unseen characters, single spaces, at most one empty line in a row, trimmed. What a
 * reader sees stays: «№», «—», emoji. Empty where nothing of it can be seen.
 */
export function normaliseTyped(text: string): string {
  return text
    .replace(BREAKS, '\n')
    .replace(UNSEEN_OR_EMOJI, (_unseen, emoji?: string) => emoji ?? '')
    .replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .normalize('NFC')
    .replace(HYPHENS, '-')
    .replace(SPACE_RUNS, (run) => '\n'.repeat(Math.min(2, run.split('\n').length - 1)) || ' ')
    .trim();
}

/**
 * A text as it is compared: one case, one dash, one space, compatibility forms and accents resolved, Kazakh letters
 * folded to their Cyrillic neighbours. Punctuation stays.
 */
export function foldTyped(text: string): string {
  const plain = text
    .replace(BREAKS, '\n')
    .replace(UNSEEN_OR_EMOJI, (_unseen, emoji?: string) => emoji ?? '')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(DASHES, '-')
    .replace(SPACE_RUNS, ' ');
  return folded(plain);
}

/** The words and figures alone: how a typed answer is compared with a button («Отмена.» is «❌ Отмена»). */
export const wordsTyped = (text: string): string =>
  foldTyped(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Cyrillic letters on the keyboard where a code has Latin ones; «З» stands in «КЗ», as KZ is read aloud. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', Е: 'E', Ё: 'E', З: 'Z', К: 'K', Қ: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C' },
  ...{ Т: 'T', У: 'Y', Ү: 'Y', Ұ: 'Y', Х: 'X', Һ: 'H', І: 'I', Ѕ: 'S', Ј: 'J', Ԛ: 'Q', Ԝ: 'W' },
};

/** A text in which codes can be looked for: upper case, Latin look-alikes, one dash and one space; separators stay. */
export const codesIn = (text: string): string =>
  text
    .replace(BREAKS, '\n')
    .replace(UNSEEN_OR_EMOJI, (_unseen, emoji?: string) => emoji ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[letter] ?? letter)
    .replace(DASHES, '-')
    .replace(SPACE_RUNS, ' ');

/** One code (IBAN) without what only makes it readable: spaces, dashes, dots, slashes. */
export const codeTyped = (text: string): string => codesIn(text).replace(/[ ./\\-]+/gu, '');

/** One number (IIN, BIN) in the same way; its name before it is left out: «БИН: 190 140 …». */
export const numberTyped = (text: string): string =>
  codeTyped(codesIn(text).replace(/^[\p{L} :.№#-]{1,12}(?=\d)/u, ''));
