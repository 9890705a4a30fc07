// Puts the points at which processes are to die into chains: one database, one process killed after the other.
// A run that follows a kill writes only what is not written yet, so within a chain the points go forward in time.

/** A point without its count. */
const nameOf = (point: string): string => point.replace(/ #\d+$/, '');

/** @returns the names of all points, in the order of their last occurrence */
export function namesOf(points: readonly string[]): readonly string[] {
  const last = new Map<string, number>();
  for (const [position, point] of points.entries()) last.set(nameOf(point), position);
  return [...last].sort(([, a], [, b]) => a - b).map(([name]) => name);
}

/**
 * Each name once. The processes of a chain die at their point's first occurrence, which in a later run is the first that
 * no earlier run has come to.
 * @param length kills in a chain
 */
export function chainsOf(names: readonly string[], length: number): readonly (readonly string[])[] {
  const chains = Math.ceil(names.length / length);
  return Array.from({ length: chains }, (_, chain) =>
    names.filter((_, position) => position % chains === chain).map((name) => `${name} #1`),
  );
}
