// The copy of a person's data, taken apart again: what it says, and the files that it holds.
import { unzipSync } from 'fflate';

export interface Copy {
  readonly data: Record<string, unknown>;
  readonly text: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export function copyIn(archive: Uint8Array): Copy {
  const { 'data.json': data = new Uint8Array(), ...files } = unzipSync(archive);
  const text = Buffer.from(data).toString('utf8');
  return { data: JSON.parse(text) as Record<string, unknown>, text, files };
}
