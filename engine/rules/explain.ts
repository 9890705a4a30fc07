// From an evaluation to texts for a participant: keys and raw parameters, never words. Rendered at the edge, in the
// recipient's language.
import type { Text } from '../kernel/message.ts';
import type { Reason, TextParams } from '../kernel/result.ts';
import type { Evaluation, Shortfall } from './evaluation.ts';

/** `rules:<programme>.<reason>`, `rules:missing.<fact>` or `rules:any-of`. */
export interface Explanation extends Text {
  readonly params: TextParams;
  /** For `rules:any-of`: the ways that would each do, to be joined by `rules:or`. */
  readonly options?: readonly (readonly Explanation[])[];
}

const MINUTES_IN_HOUR = 60;
/** Ending of the key of a text that tells hours and minutes, where whole hours are not exact. */
export const WITH_MINUTES = '-with-minutes';

/** What is still missing, one text each; empty when everything holds. */
export function explain(evaluation: Evaluation): readonly Explanation[] {
  if (evaluation.outcome === 'needsData') {
    return evaluation.missing.map((fact) => ({ key: `rules:missing.${fact}`, params: {} }));
  }
  return evaluation.shortfalls.map(explanationOf);
}

/** The text of one reason. `count`, which picks the plural form, is what the person has: hours where it is minutes. */
export function textOf({ code, params = {} }: Reason): Explanation {
  const { have, left, unit } = params;
  if (typeof have !== 'number') return { key: `rules:${code}`, params };
  if (unit !== 'minutes') return { key: `rules:${code}`, params: { ...params, count: have } };
  const whole = [have, left].every((value) => typeof value !== 'number' || value % MINUTES_IN_HOUR === 0);
  return {
    key: `rules:${code}${whole ? '' : WITH_MINUTES}`,
    params: { ...params, count: Math.floor(have / MINUTES_IN_HOUR) },
  };
}

function explanationOf(shortfall: Shortfall): Explanation {
  if (!('anyOf' in shortfall)) return textOf(shortfall);
  return {
    key: 'rules:any-of',
    params: {},
    options: shortfall.anyOf.map((way) => way.map(explanationOf)),
  };
}
