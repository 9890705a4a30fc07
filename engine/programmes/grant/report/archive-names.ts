// Under which names the files of accepted evidence lie in the archive; the report names them so.
import type { NumberedPiece } from './view.ts';

export interface ArchivedFile {
  /** Id of the kept media. */
  readonly media: string;
  /** Without an extension: that follows from the bytes. */
  readonly name: string;
}

export const archiveNames = ({ no, evidence }: NumberedPiece): readonly ArchivedFile[] =>
  evidence.media.map((media, nth) => ({
    media,
    name: `${String(no).padStart(4, '0')}-${evidence.activity}-${evidence.kind}-${nth + 1}`,
  }));
