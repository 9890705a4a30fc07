// Converts one HEIC picture to JPEG in a thread of its own (heic.ts), so that neither the event loop waits for it nor
// anything of it stays in memory. Plain JavaScript: a thread starts without the loader of TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import convert from 'heic-convert';

/** Of 0 to 1: what telephones use themselves. */
const QUALITY = 0.9;

const jpeg = await convert({ buffer: workerData, format: 'JPEG', quality: QUALITY });
parentPort?.postMessage(new Uint8Array(jpeg));
