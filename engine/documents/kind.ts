// A document that a part hands out: who may have it and how it is laid out are the part's, the one-time link and the bytes are
// the same for all. Declared as `documents` of the part; asked for by its id and what it is about.
import type { Actor } from '../kernel/actor.ts';
import type { Language } from '../kernel/languages.ts';
import type { Result } from '../kernel/result.ts';
import type { Packed } from '../media/packed.ts';
import type { StoreContext } from '../store/context.ts';
import type { Layout } from './layout.ts';

export const documentFormats = ['pdf', 'docx', 'zip'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export interface OpenedDocument {
  /** Of the file, without its ending: Latin letters, digits and hyphens. */
  readonly name: string;
  /** Stands in the file: the same layout at the same time gives the same bytes. */
  readonly madeAt: Date;
  readonly layout: (language: Language) => Layout;
  /** What the archive holds, read while it is packed. */
  readonly files?: () => AsyncIterable<Packed>;
}

export interface DocumentKind<C extends StoreContext = StoreContext> {
  /** Stands in links: never reused. */
  readonly id: string;
  /** Text key of what it is, as the chat and the page name it. */
  readonly title: string;
  /** As what it may be had; where there are several, the page asks. The first is what is had unasked. */
  readonly formats: readonly [DocumentFormat, ...DocumentFormat[]];
  /** @returns a refusal for whoever may not have it, asked anew when the link is used */
  readonly open: (ctx: C, actor: Actor, about: string) => Promise<Result<OpenedDocument>>;
}
