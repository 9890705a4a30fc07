// Which regions may be shown. A region below the minimum is shown by itself nowhere; what is left over must not be worked
// out by subtraction either, so that it is pooled until it is large enough, or the smallest shown region goes with it.
import type { Answer } from './store.ts';

export interface Group {
  /** Null: all regions that are too small to be shown, and who named none. */
  readonly region: string | null;
  readonly answers: readonly Answer[];
}

export function groupsOf(answers: readonly Answer[], minimum: number): readonly Group[] {
  const byRegion = grouped(answers);
  const all = [...byRegion].map(([region, list]) => ({ region, answers: list }));
  const named = all.filter(({ region, answers: list }) => region !== null && list.length >= minimum);
  const shown = named.sort((a, b) => b.answers.length - a.answers.length || order(a, b));
  let rest = all.filter((each) => !shown.includes(each)).flatMap((each) => each.answers);
  while (rest.length > 0 && rest.length < minimum && shown.length > 0)
    rest = [...rest, ...(shown.pop()?.answers ?? [])];
  return [...shown, ...(rest.length >= minimum ? [{ region: null, answers: rest }] : [])];
}

const order = (a: Group, b: Group): number => (String(a.region) < String(b.region) ? -1 : 1);

function grouped(answers: readonly Answer[]): ReadonlyMap<string | null, readonly Answer[]> {
  const groups = new Map<string | null, Answer[]>();
  for (const each of answers) {
    const group = groups.get(each.region);
    if (group) group.push(each);
    else groups.set(each.region, [each]);
  }
  return groups;
}
