// What happens to a person in all programmes at once: their consent ends, their accounts are merged, they are erased.
import { SECOND } from '../kernel/clock.ts';
import { text } from '../kernel/message.ts';
import { on, type Part } from '../parts/part.ts';
import type { ScopeKind } from '../parts/scope.ts';
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

/** Programmes as scopes of operators. */
const programmeKind: ScopeKind<EngineContext> = {
  kind: 'programme',
  question: 'staff:which.programme',
  options: async ({ programmes }) => programmes.map(({ id, title }) => ({ id, label: text(title) })),
  named: async ({ programmes }, id) => {
    const found = programmes.find((each) => each.id === id);
    return found ? text(found.title) : text('common:plain', { value: id });
  },
};

export const personsPart: Part<EngineContext> = {
  id: 'persons',
  scopeKinds: [programmeKind],
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
