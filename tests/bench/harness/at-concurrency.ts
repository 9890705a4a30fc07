// Does many things a few at a time, as a busy service does, and tells how long each took.

/** @returns milliseconds of each, in the order in which they ended */
export async function atConcurrency<T>(
  items: readonly T[],
  width: number,
  each: (item: T) => Promise<unknown>,
): Promise<readonly number[]> {
  const waiting = items.values();
  const times: number[] = [];
  const worker = async () => {
    for (const item of waiting) {
      const started = performance.now();
      await each(item);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return times;
}
