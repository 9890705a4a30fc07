// Writes each erasure into the ledger outside the database: when it is asked for, which an erasure waits for before it
// takes anything away, and once more when it is done, with what still counts. Given to the worker's jobs.
import { erasuresSince } from '../people/erasures.ts';
import { stubsOf } from '../people/reach.ts';
import type { EventHandling, Programme } from '../programmes/programme.ts';
import { appendErasures } from './erasure-ledger.ts';

const ASKED = 'people.erasure-asked';
const DONE = 'people.erased';

/** The events of the owners of no programme, with the ledger kept beside what they lead to anyway. */
export function keepingErasures(events: Programme['events'], ledger: string): Programme['events'] {
  return {
    ...events,
    [ASKED]: before(events[ASKED], async (_ctx, { data, at, actor }) => {
      const ids = [String(data.person), ...(Array.isArray(data.stubs) ? data.stubs.map(String) : [])];
      const entryOf = (person: string) => ({ person, at: at.toISOString(), by: actor, iinHash: null });
      await appendErasures(ledger, ids.map(entryOf));
    }),
    [DONE]: before(events[DONE], async (ctx, { data }) => {
      // A backup may hold the accounts that were joined to the person's as they were before.
      const ids = [String(data.person), ...(await stubsOf(ctx, String(data.person)))];
      const all = await erasuresSince(ctx, new Date(0));
      await appendErasures(
        ledger,
        all.filter(({ person }) => ids.includes(person)),
      );
    }),
  };
}

type React = NonNullable<EventHandling['react']>;

/** An event whose ledger entry cannot be written stays in its outbox, and the erasure waits with it. */
const before = (handling: EventHandling | undefined, keep: React): EventHandling => ({
  ...handling,
  react: async (ctx, event) => {
    await keep(ctx, event);
    await handling?.react?.(ctx, event);
  },
});
