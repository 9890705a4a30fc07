// All moves that the audit chains tell of, in the order of each chain.
import type { Transition } from '../../../../engine/programmes/credit/transitions.ts';
import type { Contents } from './contents.ts';

export const movesIn = ({ chains }: Contents): readonly Transition[] =>
  [...chains.values()]
    .flat()
    .flatMap(
      (record) =>
        (record.details as { readonly transitions?: readonly Transition[] } | null)?.transitions ?? [],
    );
