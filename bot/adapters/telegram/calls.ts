// Calls to the Bot API, whichever framework makes them. A framework supplies `RawCall`; the rest of the adapter uses `Call`.
import type { ApiRefusal, NoAnswer } from './failures.ts';

export type Payload = Readonly<Record<string, unknown>>;

/** @throws {@link ApiRefusal} or {@link NoAnswer}, and nothing else */
export type RawCall = (method: string, payload: Payload, signal: AbortSignal) => Promise<unknown>;

/** @param seconds how long to wait for the answer; 20 unless told */
export type Call = (method: string, payload: Payload, seconds?: number) => Promise<unknown>;

/** A file in the framework's own wrapping, to stand in a payload. */
export type Upload = (bytes: Uint8Array, name: string) => unknown;

const PATIENCE = 20;

export const patient =
  (raw: RawCall): Call =>
  (method, payload, seconds = PATIENCE) =>
    raw(method, payload, AbortSignal.timeout(seconds * 1000));

export type CallFailure = ApiRefusal | NoAnswer;
