// A paper of a part that a person may sign electronically: they get its words as a text, sign it, and what came of it is noted
// by the part's own use-case. Whose the signature is was checked before.
import type { Command } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';

export interface Signable<C extends StoreContext = StoreContext> {
  /** Stands in links: never reused. */
  readonly id: string;
  /** What is signed, in all languages: it is a document, not a page. Null where nothing is to be signed any more. */
  readonly words: (ctx: C, subject: string) => Promise<string | null>;
  /** @param serial of the certificate, in hexadecimal */
  readonly signed: (ctx: C, command: Command, subject: string, serial: string) => Promise<Result<unknown>>;
}
