// The content of a file that arrives by multipart, piece by piece.
import type { MultipartFile } from '@fastify/multipart';

/** What is left of it when the reader stops is let go by `resume`; destroyed, it would hold up what follows. */
export const contentOf = ({ file }: MultipartFile): AsyncIterable<Uint8Array> =>
  file.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
