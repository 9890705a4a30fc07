// Compares two secrets in a time that tells nothing about either. Whatever is secret is compared here and nowhere else.
import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** False also where there is nothing to compare with: an empty secret admits nobody. */
export const sameSecret = (given: string | undefined, expected: string): boolean =>
  timingSafeEqual(digest(given ?? ''), digest(expected)) && expected !== '';
