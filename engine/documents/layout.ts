// A document as data: typed blocks on pages, in no file format: pdf/render.ts and docx/render.ts draw the same
// blocks. Words are text keys, put into a language by whoever renders, or words that somebody wrote.
import type { Text } from '../kernel/message.ts';

export type Words = Text | string;
export type Align = 'left' | 'center' | 'right';
export type Emphasis = 'normal' | 'strong' | 'quiet';

export interface Column {
  readonly title: Words;
  /** Share of the width beside the other columns; 1 where left out. */
  readonly share?: number;
  readonly align?: Align;
}

export interface SignaturePlace {
  /** Whose signature belongs here: a position. */
  readonly role: Words;
  readonly name?: Words;
}

export type Block =
  | {
      readonly kind: 'title';
      readonly text: Words;
      /** 1: the document's; 2 and 3: of its parts. */
      readonly level?: 1 | 2 | 3;
      readonly align?: Align;
    }
  | {
      readonly kind: 'paragraph';
      readonly text: Words;
      readonly align?: Align;
      readonly emphasis?: Emphasis;
    }
  /** Label and value, a row each. */
  | { readonly kind: 'rows'; readonly rows: readonly { readonly label: Words; readonly value: Words }[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Words[])[];
    }
  | { readonly kind: 'signatures'; readonly places: readonly SignaturePlace[]; readonly seal?: Words }
  /** A QR code with words beside it. */
  | { readonly kind: 'qr'; readonly content: string; readonly beside: readonly Words[] }
  /** Footnotes, numbered from 1: whoever refers to one writes its number. */
  | { readonly kind: 'notes'; readonly notes: readonly Words[] }
  /** In lines of text. */
  | { readonly kind: 'space'; readonly lines: number }
  | { readonly kind: 'new-page' };

export interface PageForm {
  readonly size: 'A4' | 'A5';
  readonly orientation: 'portrait' | 'landscape';
  /** A line around every page. */
  readonly framed?: boolean;
}

export interface Layout {
  /** Of the file, for its reader's window. */
  readonly title: Words;
  readonly page: PageForm;
  /** Above every page. */
  readonly header?: Words;
  /** Beneath every page. */
  readonly footer?: Words;
  /** «2 / 5» beneath every page. */
  readonly numbered?: boolean;
  readonly blocks: readonly Block[];
}

/** Puts words into the reader's language. */
export type Say = (words: Words) => string;
