// A file on its way into an archive; api/downloads/zip.ts writes it while it is read.
export interface Packed {
  /** Its path in the archive. */
  readonly path: string;
  readonly at: Date;
  /** False for what is packed already, as pictures are. */
  readonly dense: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const PIECE = 65_536;

/** So that packing a long text never holds up others for long. */
export async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
