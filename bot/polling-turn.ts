// Several processes of one bot, and Telegram lets one fetch its updates: it ends the poll of the older one with 409.
// A lease in the store says whose turn it is; the others stand by and take over when it is not renewed.
// Used by telegram-process.ts.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from '../engine/kernel/chat.ts';
import { SECOND } from '../engine/kernel/clock.ts';
import { newId } from '../engine/kernel/ids.ts';
import type { StoreContext } from '../engine/store/context.ts';
import { leases } from '../engine/store/leases.ts';
import type { Turn } from './adapters/telegram/polling.ts';
import type { Log } from './dialogue/log.ts';

const pollers = leases('pollers');

/** After a process was killed its updates wait no longer than this and a look. */
const LEASE = 5 * SECOND;
const RENEWED = 1.5 * SECOND;
const LOOK = 0.5 * SECOND;

export interface PollingTurn {
  readonly turn: Turn;
  /** Gives the turn to whoever stands by. Call when no poll is under way any more. */
  stop(): Promise<void>;
}

export function pollingTurn(ctx: StoreContext, desk: Desk, log: Log): PollingTurn {
  const owner = newId();
  let mine: AbortController | null = null;
  let renewing: NodeJS.Timeout | undefined;
  const take = () => pollers.take(ctx, desk, owner, LEASE);

  const renew = async (): Promise<void> => {
    try {
      if (await take()) return;
    } catch {
      // The database is away, for the others too: whoever finds the lease run out afterwards takes it.
      return;
    }
    log.warn({ desk }, 'another process fetches the updates of this bot now');
    end();
  };
  const begin = (): AbortSignal => {
    log.info({ desk }, 'this process fetches the updates of this bot');
    mine = new AbortController();
    renewing = setInterval(() => void renew(), RENEWED);
    return mine.signal;
  };
  const end = (): void => {
    clearInterval(renewing);
    mine?.abort();
    mine = null;
  };

  return {
    turn: async (stop) => {
      for (;;) {
        if (mine) return mine.signal;
        if (await take().catch(() => false)) return begin();
        await sleep(LOOK, undefined, { signal: stop });
      }
    },
    stop: async () => {
      end();
      await pollers.giveBack(ctx, desk, owner).catch(() => undefined);
    },
  };
}
