// A stored decision looked at again: is it still what was written, and do the rules still say so?
import { AppError } from '../kernel/errors.ts';
import { pointerTo } from '../kernel/json-pointer.ts';
import type { RuleBook } from './book.ts';
import { type DecisionReceipt, decision, isIntact } from './decision.ts';
import type { Evaluation } from './evaluation.ts';

/** A place in which the stored receipt and the one made anew are not the same. */
export interface Difference {
  /** JSON pointer into the receipt. */
  readonly pointer: string;
  readonly stored: unknown;
  readonly now: unknown;
}

export interface Rerun {
  /** False when the receipt is not what was sealed. */
  readonly intact: boolean;
  /** Null when its set, its day or its facts are none of these rules any more; `why` tells. */
  readonly evaluation: Evaluation | null;
  readonly why: string | null;
  /** Empty when the rules say today what they said then. */
  readonly differences: readonly Difference[];
}

/** @param book any edition that holds the day of the decision: past days are never changed */
export async function rerun(book: RuleBook, receipt: DecisionReceipt): Promise<Rerun> {
  const intact = isIntact(receipt);
  try {
    const evaluation = await book.evaluate(receipt.set, receipt.on, receipt.facts);
    const now = decision(evaluation, receipt.facts);
    return {
      intact,
      evaluation,
      why: null,
      differences: differencesOf(withoutHash(receipt), withoutHash(now)),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { intact, evaluation: null, why: error.message, differences: [] };
  }
}

const withoutHash = ({ hash: _, ...body }: DecisionReceipt): unknown => body;

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

function differencesOf(stored: unknown, now: unknown, pointer = ''): readonly Difference[] {
  if (!isBranch(stored) || !isBranch(now))
    return Object.is(stored, now) ? [] : [{ pointer, stored: stored ?? null, now: now ?? null }];
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(now)])];
  return keys.flatMap((key) =>
    differencesOf(Reflect.get(stored, key), Reflect.get(now, key), pointerTo(pointer, key)),
  );
}
