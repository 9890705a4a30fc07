// Tells a database that does not answer from a bug: the one is tried again, the other is shown with a reference.
import { AppError } from '../kernel/errors.ts';

const NETWORK =
  /^(Mongo(ose)?(Network|NetworkTimeout|ServerSelection|PoolCleared|NotConnected|Topology\w*|ConnectionPool\w*)|PoolClearedOnNetwork)Error$/;

/** What the driver lets through when the socket breaks under its hands. */
const BROKEN = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ENOENT']);

const isBroken = (error: Error): boolean =>
  'code' in error && BROKEN.has(String(error.code)) && 'syscall' in error;

/** The error as the callers know it: `unavailable` where the database did not answer, itself otherwise. */
export function asUnavailable(error: unknown): unknown {
  const isNetwork = error instanceof Error && (NETWORK.test(error.name) || isBroken(error));
  return isNetwork ? new AppError('unavailable', 'the database does not answer', [], error) : error;
}
