// Documents whose outbox failed lately: left alone for a while, longer each time, so that they neither fill the log
// nor hold up the others. Kept in memory only: after a restart each gets its try at once.

const FIRST = 500;
const LONGEST = 60_000;
/** A document that has not failed again for this long has been carried. */
const FORGOTTEN = 2 * LONGEST;

interface Aside {
  readonly until: number;
  readonly failures: number;
}

export class PutAside {
  readonly #documents = new Map<string, Map<string, Aside>>();
  readonly #elapsed: () => number;

  /** @param elapsed milliseconds on a clock that never jumps */
  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** @returns how often in a row the document has failed */
  put(owner: string, document: string): number {
    const documents = this.#documents.get(owner) ?? new Map<string, Aside>();
    this.#documents.set(owner, documents);
    const failures = (documents.get(document)?.failures ?? 0) + 1;
    const pause = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
    documents.set(document, { until: this.#elapsed() + pause, failures });
    return failures;
  }

  /** The documents of a collection that are to be left alone now. */
  now(owner: string): readonly string[] {
    const documents = this.#documents.get(owner);
    if (!documents) return [];
    const now = this.#elapsed();
    for (const [id, { until }] of documents) if (until + FORGOTTEN < now) documents.delete(id);
    return [...documents].filter(([, { until }]) => until > now).map(([id]) => id);
  }
}
