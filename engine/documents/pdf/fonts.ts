// The letters of our documents: DejaVu holds every Kazakh letter and ₸, which the standard fonts of PDF lack. TrueType only:
// compressed web fonts break the writer.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FILES = {
  text: 'DejaVuSans.ttf',
  strong: 'DejaVuSans-Bold.ttf',
  title: 'DejaVuSerif-Bold.ttf',
} as const;
export type Face = keyof typeof FILES;

const { resolve } = createRequire(import.meta.url);
const read = new Map<Face, Buffer>();

/** The bytes of a face; read from disk once in a process. */
export function faceOf(face: Face): Buffer {
  const known = read.get(face);
  if (known) return known;
  const bytes = readFileSync(resolve(`dejavu-fonts-ttf/ttf/${FILES[face]}`));
  read.set(face, bytes);
  return bytes;
}
