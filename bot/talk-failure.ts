// How `npm run talk` ends when it cannot go on: a line that says what to do, never a stack trace.
import type { Logger } from 'pino';
import { AppError } from '../engine/kernel/errors.ts';
import { newReference } from '../engine/kernel/ids.ts';
import { asUnavailable } from '../engine/store/unavailable.ts';

/** The Qadam whose data it joined may stop at any time; whatever else is thrown is a bug. Ends the process. */
export function endOnFailure(log: Logger): void {
  const end = (thrown: unknown): void => {
    const error = asUnavailable(thrown);
    if (error instanceof AppError && error.code === 'unavailable') {
      console.error('The Qadam whose data this was has stopped. Start it, or just run `npm run talk` again.');
    } else {
      const reference = newReference();
      log.error({ err: error, reference }, 'talk failed');
      console.error(`Something went wrong; the log line above has the reference ${reference}.`);
    }
    process.exit(1);
  };
  process.once('uncaughtException', end);
  process.once('unhandledRejection', end);
}
