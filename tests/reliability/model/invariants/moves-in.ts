// All moves that the audit chains tell of, in the order of each chain.
import type { Move } from '../../../../engine/programmes/credit/moves.ts';
import type { Contents } from './contents.ts';

export const movesIn = ({ chains }: Contents): readonly Move[] =>
  [...chains.values()]
    .flat()
    .flatMap((record) => (record.details as { readonly moves?: readonly Move[] } | null)?.moves ?? []);
