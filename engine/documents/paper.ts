// A paper of a programme that people download by a one-time link: drawn from a layout in their language, or packed from files. The
// page is api/forms/paper.ts; the chat gives its link.

import type { Actor } from '../kernel/actor.ts';
import type { Language } from '../kernel/languages.ts';
import type { Packed } from '../media/packed.ts';
import type { StoreContext } from '../store/context.ts';
import type { Layout } from './layout.ts';

export const paperFormats = ['pdf', 'docx', 'zip'] as const;
export type PaperFormat = (typeof paperFormats)[number];

export interface Paper {
  /** The file's, without an extension: in Latin letters. */
  readonly name: string;
  readonly madeAt: Date;
  readonly layout: (language: Language) => Layout;
  /** What the archive holds, read while it is packed. */
  readonly files?: () => AsyncIterable<Packed>;
}

export interface PaperKind<C extends StoreContext = StoreContext> {
  /** Unique among all kinds: what the link names. */
  readonly id: string;
  /** Text key of what is downloaded. */
  readonly title: string;
  readonly formats: readonly PaperFormat[];
  /** @throws AppError `not-found` for what is not there, or not the actor's to see */
  readonly open: (ctx: C, actor: Actor, subject: string) => Promise<Paper>;
}
