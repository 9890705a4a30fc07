// What became of a command: done, refused, stopped with its process, or given up for the moment.
import { AppError } from '../../../engine/kernel/errors.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { Stopped } from './world/process.ts';

export type Outcome =
  | { readonly kind: 'answered'; readonly result: Result<unknown> }
  /** The process has stopped, or everybody wrote at once: nobody knows what was written. */
  | { readonly kind: 'unknown' };

/** @throws whatever is neither an answer nor expected: a bug */
export async function outcomeOf(answer: () => Promise<Result<unknown>>): Promise<Outcome> {
  try {
    return { kind: 'answered', result: await answer() };
  } catch (error) {
    if (isExpected(error)) return { kind: 'unknown' };
    throw error;
  }
}

export const isExpected = (error: unknown): boolean =>
  error instanceof Stopped ||
  (error instanceof AppError && (error.code === 'contended' || error.code === 'not-found'));
