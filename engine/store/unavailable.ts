// Tells a database that does not answer from a bug: the one is tried again, the other is shown with a reference.
import { AppError } from '../kernel/errors.ts';

const NETWORK =
  /^Mongo(ose)?(Network|NetworkTimeout|ServerSelection|PoolCleared|NotConnected|Topology\w*|ConnectionPool\w*)Error$/;

/** The error as the callers know it: `unavailable` where the database did not answer, itself otherwise. */
export function asUnavailable(error: unknown): unknown {
  const isNetwork = error instanceof Error && NETWORK.test(error.name);
  return isNetwork ? new AppError('unavailable', 'the database does not answer', [], error) : error;
}
