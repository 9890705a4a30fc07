// Writes each erasure into the ledger outside the database: when it is asked for, which an erasure waits for before it
// takes anything away, and once more when it is done, with what still counts. Given to the worker's jobs.

import { on, type Part } from '../parts/part.ts';
import { erasuresSince } from '../people/erasures.ts';
import { erased, erasureAsked } from '../people/events.ts';
import { stubsOf } from '../people/reach.ts';
import { appendErasures } from './erasure-ledger.ts';

/** An event whose ledger entry cannot be written stays in its outbox, and the erasure waits with it. */
export const ledgerPart = (ledger: string): Part => ({
  id: 'erasure-ledger',
  owners: [],
  events: [],
  subscriptions: [
    on(erasureAsked, {
      follow: {
        asked: async (_ctx, { data, at, actor }) => {
          const entryOf = (person: string) => ({ person, at: at.toISOString(), by: actor, iinHash: null });
          await appendErasures(ledger, [data.person, ...data.stubs].map(entryOf));
        },
      },
    }),
    on(erased, {
      follow: {
        done: async (ctx, { data }) => {
          // A backup may hold the accounts that were joined to the person's as they were before.
          const ids = [data.person, ...(await stubsOf(ctx, data.person))];
          const all = await erasuresSince(ctx, new Date(0));
          await appendErasures(
            ledger,
            all.filter(({ person }) => ids.includes(person)),
          );
        },
      },
    }),
  ],
  timers: {},
  jobs: {},
});
