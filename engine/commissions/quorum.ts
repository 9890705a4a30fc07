// How many must take part in a case, of those who may vote on it.
import type { Quorum } from './rule.ts';

/** @param entitled how many may vote on the case @returns how many of them must take part */
export function neededOf({ numerator, denominator, strictly, least }: Quorum, entitled: number): number {
  const parts = entitled * numerator;
  const rest = parts % denominator;
  const whole = (parts - rest) / denominator;
  const share = strictly || rest > 0 ? whole + 1 : whole;
  return Math.max(least, share);
}

export const presentOf = (quorum: Quorum, votes: number, abstentions: number): number =>
  quorum.countsAbstentions ? votes + abstentions : votes;
