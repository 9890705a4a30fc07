// Identifiers: short, URL- and callback-safe, no look-alike letters.
// Deterministic ones are joined with ':' and are how uniqueness is enforced (see store/command.ts).
import { createHash } from 'node:crypto';
import { customAlphabet } from 'nanoid';

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** A random id of 16 characters (79 bits). */
export const newId: () => string = customAlphabet(ALPHABET, 16);

/** A secret for a one-time link: 32 characters (158 bits), fits Telegram's 64-character start payload. */
export const newSecret: () => string = customAlphabet(ALPHABET, 32);

/** A short id to tell one thing from its neighbours inside one document: 6 characters. */
export const newShortId: () => string = customAlphabet(ALPHABET, 6);

/** A reference that a person can read over the telephone: shown with "something went wrong". */
export const newReference: () => string = customAlphabet('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 8);

/** The id that follows from words: a repeat of the same wish names the same thing. 16 hex digits (64 bits). */
export const derivedId = (words: string): string =>
  createHash('sha256').update(words).digest('hex').slice(0, 16);
