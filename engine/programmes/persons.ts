// What happens to a person in all programmes at once: their consent ends, their accounts are merged, they are erased.
import { SECOND } from '../kernel/clock.ts';
import { on, type Part } from '../parts/part.ts';
import { consentWithdrawn, mergeAccepted } from '../people/events.ts';
import type { EventOf } from '../store/event.ts';
import { finishMerges, runMerge } from './account-merge.ts';
import { finishErasures } from './erasure.ts';
import type { EngineContext } from './programme.ts';

/** Each programme that needed the consent ends what may not go on without it. */
async function endWithConsent(
  ctx: EngineContext,
  { id, data }: EventOf<typeof consentWithdrawn>,
): Promise<void> {
  for (const { personal } of ctx.programmes) {
    if (personal.purposes.includes(data.purpose))
      await personal.consentEnded(ctx, data.person, `event/${id}`);
  }
}

export const personsPart: Part<EngineContext> = {
  id: 'persons',
  owners: [],
  events: [],
  subscriptions: [
    on(consentWithdrawn, { follow: { end: endWithConsent } }),
    on(mergeAccepted, {
      follow: { carry: (ctx: EngineContext, { data }) => runMerge(ctx, data.person, data.merge) },
    }),
  ],
  timers: {},
  jobs: {
    'people.finish-erasures': { every: 2 * SECOND, run: finishErasures },
    'people.finish-merges': { every: 5 * SECOND, run: finishMerges },
  },
};
