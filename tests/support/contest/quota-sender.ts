// A process that sends and passes nominees on, all at once, to be killed in the middle: it tells how many it has an answer for.
// Started by the campaign of the quotas with the address of its database.
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { passNomination, sendNomination } from '../../../engine/programmes/contest/programme.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { testContext } from '../engine-context.ts';
import { command, departmentOf, officerOf } from './people.ts';

export interface Wishes {
  readonly now: string;
  readonly deed: 'send' | 'pass';
  /** Nominations, each with its college or region. */
  readonly wishes: readonly { readonly id: string; readonly at: string }[];
}

const [, , mongodb = ''] = process.argv;
const clock = new ManualClock('2026-10-01T06:00:00Z');
const ctx = testContext(await connectStore(mongodb), clock, { nudge: () => {} });

process.on('message', async ({ now, deed, wishes }: Wishes) => {
  clock.set(now);
  let answered = 0;
  await Promise.all(
    wishes.map(async ({ id, at }) => {
      // Another process repeats none of these commands: it has wishes of its own.
      const wish = `killed/${process.pid}/${id}`;
      if (deed === 'send') await sendNomination(ctx, command(officerOf(at), wish), id);
      else await passNomination(ctx, command(departmentOf(at), wish), id);
      answered += 1;
      process.send?.({ answered });
    }),
  );
});

process.send?.({ answered: 0 });
