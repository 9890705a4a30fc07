// Everything that a database holds, as text: for tests that look for what must not be there.
import type { Connection } from 'mongoose';

export interface Dumped {
  readonly where: string;
  readonly text: string;
}

/** Every document of every collection; the bytes of files as UTF-8 and as they are. */
export async function dumpOf(db: Connection): Promise<readonly Dumped[]> {
  const names = (await db.db?.listCollections().toArray())?.map(({ name }) => name) ?? [];
  const dumped: Dumped[] = [];
  for (const name of names) {
    for (const document of await db.collection(name).find().toArray()) {
      const bytes = document.data?.buffer instanceof Uint8Array ? document.data.buffer : null;
      const text = JSON.stringify(document) + (bytes ? Buffer.from(bytes).toString('utf8') : '');
      dumped.push({ where: `${name}/${String(document._id)}`, text });
    }
  }
  return dumped;
}

/** Where any of these words stands. */
export const traces = (dump: readonly Dumped[], words: readonly string[]): readonly string[] =>
  dump.flatMap(({ where, text }) =>
    words.filter((word) => text.includes(word)).map((word) => `${where}: ${word} in ${text.slice(0, 300)}`),
  );
