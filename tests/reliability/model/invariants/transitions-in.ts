// All moves that the audit chains of the credit tell of, in the order of each chain.
import type { Transition } from '../../../../engine/programmes/credit/transitions.ts';
import type { Contents } from './contents.ts';

export const movesIn = ({ chains }: Contents): readonly Transition[] =>
  [...chains]
    .filter(([document]) => document.startsWith('credit_'))
    .flatMap(([, records]) => records)
    .flatMap(
      (record) =>
        (record.details as { readonly transitions?: readonly Transition[] } | null)?.transitions ?? [],
    );
