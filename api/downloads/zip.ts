// Files as one ZIP archive, written while they are read: at no time is more of it in memory than one piece of one file.
import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Packed } from '../../engine/media/packed.ts';

export const zipOf = (files: AsyncIterable<Packed>): Readable => Readable.from(written(files));

async function* written(files: AsyncIterable<Packed>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) fault = error;
    else ready.push(piece);
  });
  function* drained(): Generator<Uint8Array> {
    if (fault) throw fault;
    yield* ready.splice(0);
  }
  for await (const { path, at, dense, bytes } of files) {
    const file = dense ? new ZipDeflate(path) : new ZipPassThrough(path);
    file.mtime = at;
    zip.add(file);
    for await (const piece of bytes) {
      file.push(piece);
      yield* drained();
    }
    file.push(new Uint8Array(0), true);
    yield* drained();
  }
  zip.end();
  yield* drained();
}
