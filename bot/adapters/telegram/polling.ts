// Long polling for both frameworks. The offset moves only with the next call, and the next call is made only after
// everything of the last batch was stored: what Telegram forgets is with us.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../dialogue/log.ts';
import { type BotUpdate, isUpdate, WANTED } from './bot-api.ts';
import type { Call } from './calls.ts';
import { ApiRefusal } from './failures.ts';

/** The next batch; waits for one. Rejects only when `stop` is aborted. */
export type NextUpdates = (stop: AbortSignal) => Promise<BotUpdate[]>;

/**
 * Whose turn it is to fetch, where several processes run one bot: Telegram ends the poll of one when another polls.
 * Resolves when it is this process's turn, with a signal for its end; rejects only when `stop` is aborted.
 */
export type Turn = (stop: AbortSignal) => Promise<AbortSignal>;

export interface PollingParts {
  readonly call: Call;
  readonly turn: Turn;
  readonly log: Log;
  /** Seconds that Telegram may hold an empty poll. */
  readonly seconds: number;
  readonly pause: Pause;
}

/** Milliseconds to wait before trying again after so many failures in a row. */
export type Pause = (failures: number) => number;

export const growingPause: Pause = (failures) => Math.min(250 * 2 ** (failures - 1), 15_000);

const CONFLICT =
  'Another process receives the updates of this bot: stop it, or this one. Trying again until it is gone.';

const ALWAYS = new AbortController().signal;
/** The turn of a process that is alone. */
export const alone: Turn = async () => ALWAYS;

export function updatesOf({ call, turn, log, seconds, pause }: PollingParts): NextUpdates {
  let offset = 0;
  let failures = 0;

  const poll = async (ended: AbortSignal): Promise<BotUpdate[]> => {
    const asked = { offset, timeout: seconds, limit: 100, allowed_updates: WANTED };
    const told = await call('getUpdates', asked, ended);
    const updates = Array.isArray(told) ? told.filter(isUpdate) : [];
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    return updates;
  };

  return async (stop) => {
    for (;;) {
      stop.throwIfAborted();
      const over = await turn(stop);
      try {
        const updates = await poll(AbortSignal.any([stop, over]));
        failures = 0;
        return updates;
      } catch (error) {
        stop.throwIfAborted();
        // Cut off because another process has taken over: what Telegram had for this poll it gives to the next.
        if (over.aborted) continue;
        failures += 1;
        log.warn({ failures, error }, isConflict(error) ? CONFLICT : 'Updates could not be fetched');
        await sleep(waitAfter(error, pause(failures)), undefined, { signal: stop });
      }
    }
  };
}

/** Does something until it succeeds. Rejects only when `stop` is aborted. */
export async function untilDone(
  act: () => Promise<void>,
  again: { stop: AbortSignal; pause: Pause; failed: (error: unknown) => void },
): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await act();
    } catch (error) {
      again.stop.throwIfAborted();
      again.failed(error);
      await sleep(waitAfter(error, again.pause(failures)), undefined, { signal: again.stop });
    }
  }
}

const isConflict = (error: unknown): boolean => error instanceof ApiRefusal && error.code === 409;

const waitAfter = (error: unknown, pause: number): number =>
  error instanceof ApiRefusal ? Math.max(pause, error.retryAfter * 1000) : pause;
