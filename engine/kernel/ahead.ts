// Reads ahead by one: while one part is worked on, the next is on its way.

/** @returns the same parts; the source is asked for one before it is wanted, and closed when the reader leaves */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const parts = source[Symbol.asyncIterator]();
  const ask = () => {
    const next = parts.next();
    // Whoever leaves before it came never hears of its failure.
    next.catch(() => undefined);
    return next;
  };
  let next = ask();
  try {
    for (let part = await next; part.done !== true; part = await next) {
      next = ask();
      yield part.value;
    }
  } finally {
    await parts.return?.();
  }
}
