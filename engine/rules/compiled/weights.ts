// How the requirements of a version count towards its percentage: the mean over weight groups of the mean over their
// requirements, as scoring.ts has it. Gates weigh nothing, and so does what does not apply to a person.
import { percentOf } from '../scoring.ts';
import { type CompiledRequirement, NOT_APPLICABLE } from './requirement.ts';

export interface Weighed {
  readonly met: boolean;
  /** 0–100. */
  readonly percent: number;
}

export class Weights {
  /** Of each requirement, its place among the groups; -1 for a gate. */
  readonly #groupOf: readonly number[];
  readonly #groups: number;

  constructor(requirements: readonly CompiledRequirement[]) {
    const groups = [...new Set(requirements.filter(({ gate }) => !gate).map(({ group }) => group))];
    this.#groupOf = requirements.map(({ gate, group }) => (gate ? -1 : groups.indexOf(group)));
    this.#groups = groups.length;
  }

  /** @param fractions of each requirement, in order */
  weigh(fractions: readonly number[]): Weighed {
    const sums: number[] = new Array(this.#groups).fill(0);
    const counts: number[] = new Array(this.#groups).fill(0);
    let met = true;
    let isWhole = true;
    for (let at = 0; at < fractions.length; at += 1) {
      const fraction = fractions[at] as number;
      if (fraction === NOT_APPLICABLE) continue;
      const group = this.#groupOf[at] as number;
      if (group >= 0) {
        sums[group] = (sums[group] as number) + fraction;
        counts[group] = (counts[group] as number) + 1;
      }
      if (fraction === 1) continue;
      met = false;
      isWhole &&= group < 0;
    }
    return { met, percent: percent(sums, counts, isWhole, met) };
  }
}

function percent(sums: readonly number[], counts: readonly number[], isWhole: boolean, met: boolean): number {
  let total = 0;
  let weighing = 0;
  for (let group = 0; group < sums.length; group += 1) {
    if (counts[group] === 0) continue;
    total += (sums[group] as number) / (counts[group] as number);
    weighing += 1;
  }
  // Where gates alone apply, they are either passed or not.
  if (weighing === 0) return met ? 100 : 0;
  return percentOf(total / weighing, isWhole);
}
