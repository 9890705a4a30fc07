// Where in a database something stands: every text of every document, by collection and path. Bytes are read as text.
import type { Connection } from 'mongoose';

export interface Place {
  /** `people: /phone`; positions in lists and ids in names are left out. */
  readonly place: string;
  readonly text: string;
}

export async function placesOf(db: Connection): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (const { name } of await db.listCollections())
    for await (const document of db.collection(name).find()) gather(document, `${name}: `, found);
  return found;
}

function gather(value: unknown, at: string, into: Place[]): void {
  if (typeof value === 'string' || typeof value === 'number') into.push({ place: at, text: String(value) });
  const bytes = bytesIn(value);
  if (bytes) into.push({ place: at, text: bytes.toString('latin1') });
  else if (Array.isArray(value)) for (const each of value) gather(each, at, into);
  else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const [name, each] of Object.entries(value)) {
      into.push({ place: `${at}/*name*`, text: name });
      gather(each, `${at}/${name}`, into);
    }
}

function bytesIn(value: unknown): Buffer | null {
  if (Buffer.isBuffer(value)) return value;
  const isBinary =
    typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'Binary';
  return isBinary && 'buffer' in value && Buffer.isBuffer(value.buffer) ? value.buffer : null;
}
