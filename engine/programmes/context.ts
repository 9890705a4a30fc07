// What the use-cases of programmes are handed: the store, the rules in force and the addresses of pages.
import type { Desk } from '../kernel/chat.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { SignatureVerifier } from '../signatures/port.ts';
import type { StoreContext } from '../store/context.ts';

export interface Links {
  /** A public page of ours, e.g. `verify/26-7KQ2M-X4TBN-93HWD`. */
  page(path: string): string;
  /** The secure form behind a one-time secret. */
  form(secret: string): string;
  /** The same inside Telegram, see people/mini-app.ts. Absent where the public address is not https. */
  readonly app?: (secret: string) => string;
  /** Opens a desk's chat with a one-time secret: in Telegram where that desk has a bot, else in the web chat. */
  start(desk: Desk, secret: string): string;
}

export interface EngineContext extends StoreContext {
  readonly rules: RuleBook;
  readonly links: Links;
  /** Checks electronic signatures; absent or null where this deployment cannot. */
  readonly signatures?: SignatureVerifier | null;
}
