// What is said to a person, before it is put into a language and a channel.
// Shared by dialogues (immediate replies) and notices (later messages).
import type { Language } from './languages.ts';
import type { TextParams } from './result.ts';

/** A text by key, rendered in the reader's language at the edge. Key: `namespace:path.to.text`. */
export interface Text {
  readonly key: string;
  readonly params?: TextParams;
  /** Words that somebody wrote in each language, for the text's `{{text}}`. */
  readonly words?: Readonly<Record<Language, string>>;
  /** Ids of the persons whom its params name. */
  readonly about?: readonly string[];
}

/** What a button does: answers the current step, starts a dialogue, or opens a page (`app`: inside the messenger). */
export type ButtonAction =
  | { readonly choice: string }
  | { readonly go: string; readonly argument?: string }
  | { readonly url: string; readonly app?: boolean };

export interface Button {
  readonly label: Text;
  readonly action: ButtonAction;
}

export interface Message {
  /** Paragraphs, in order, set apart by a blank line. */
  readonly texts: readonly Text[];
  /** Rows of buttons beneath the message. */
  readonly buttons?: readonly (readonly Button[])[];
  /** Ids of kept media (engine/media) shown with the message. */
  readonly media?: readonly string[];
  /** Ids of whom and what it speaks of, see about.ts: how it is found when they are erased. */
  readonly about?: readonly string[];
}

export const text = (key: string, params?: TextParams): Text =>
  params === undefined ? { key } : { key, params };
