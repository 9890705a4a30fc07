// HEIC pictures, which telephones make and neither browsers nor Telegram show, become JPEG: by libheif in WebAssembly,
// in a thread of its own, one at a time, for so long and no longer. The caller has measured the picture by its header.
import { Worker } from 'node:worker_threads';
import { SECOND } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';

export interface HeicBounds {
  /** Milliseconds for one picture. */
  readonly patience: number;
  /** Pictures that may wait; each holds its bytes. */
  readonly waiting: number;
}

/** One of 48 megapixels takes some ten seconds. */
export const usualHeic: HeicBounds = { patience: 40 * SECOND, waiting: 6 };

const WORKER = new URL('./heic-worker.mjs', import.meta.url);
/** The JPEG is built in the heap; pixels lie outside of it. */
const HEAP_MEGABYTES = 512;

export type ConvertHeic = (bytes: Uint8Array) => Promise<Uint8Array | null>;

/**
 * @returns a function that gives the JPEG, upright and without the telephone's notes of where it was taken; null for
 * what is no picture that can be read. @throws AppError `unavailable` when too many wait
 */
export function heicConverter({ patience, waiting }: HeicBounds = usualHeic): ConvertHeic {
  let line: Promise<unknown> = Promise.resolve();
  let count = 0;
  return async (bytes) => {
    if (count > waiting) throw new AppError('unavailable', 'too many pictures wait to be converted');
    count += 1;
    const turn = line.then(() => converted(bytes, patience));
    line = turn;
    return turn.finally(() => {
      count -= 1;
    });
  };
}

/** Shared by whatever takes files in this process. */
export const convertHeic: ConvertHeic = heicConverter();

async function converted(bytes: Uint8Array, patience: number): Promise<Uint8Array | null> {
  const worker = new Worker(WORKER, {
    workerData: bytes,
    // Of a parent under tsx or vitest, whose loaders it does not need.
    execArgv: [],
    // libheif says there what it could not read.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array | null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience);
      worker.once('message', (jpeg: Uint8Array) => resolve(jpeg));
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
