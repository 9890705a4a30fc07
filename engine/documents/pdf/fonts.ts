// The letters of our documents: DejaVu holds every Kazakh letter and ₸, which the standard fonts of PDF lack. TrueType only:
// compressed web fonts break the writer.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FILES = {
  text: 'DejaVuSans.ttf',
  strong: 'DejaVuSans-Bold.ttf',
  title: 'DejaVuSerif-Bold.ttf',
} as const;
export type Face = keyof typeof FILES;

const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const read = new Map<Face, Buffer>();

/** The bytes of a face; read from disk once in a process. */
export function faceOf(face: Face): Buffer {
  const known = read.get(face);
  if (known) return known;
  const bytes = readFileSync(join(folder, FILES[face]));
  read.set(face, bytes);
  return bytes;
}
