// What happens to a person in all programmes at once: their consent ends, their accounts are merged, they are erased.
import { SECOND } from '../kernel/clock.ts';
import { text } from '../kernel/message.ts';
import type { Notice } from '../notify/notice.ts';
import { on, type Part } from '../parts/part.ts';
import type { Roles } from '../parts/role.ts';
import type { ScopeKind } from '../parts/scope.ts';
import { consentWithdrawn, mergeAccepted, roleTaken } from '../people/events.ts';
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

/** Whoever held a role hears that it is gone, at the desk where it acted. */
const notifyRoleTaken =
  (rolesOf: RolesOf) =>
  async (
    ctx: EngineContext,
    { data: { person, grant } }: EventOf<typeof roleTaken>,
  ): Promise<readonly Notice[]> => {
    const taken = grant && rolesOf(ctx).get(grant.role);
    if (!taken) return [];
    const texts = [text('staff:notice.role-taken', { role: taken.title })];
    return [{ to: person, desk: taken.desk, message: { texts } }];
  };

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

type RolesOf = (ctx: EngineContext) => Roles<EngineContext>;

/** @param rolesOf the roles of a process: this part knows none itself */
export const personsPart = (rolesOf: RolesOf): Part<EngineContext> => ({
  id: 'persons',
  scopeKinds: [programmeKind],
  owners: [],
  events: [],
  subscriptions: [
    on(consentWithdrawn, { follow: { end: endWithConsent } }),
    on(roleTaken, { notify: { person: notifyRoleTaken(rolesOf) } }),
    on(mergeAccepted, {
      follow: { carry: (ctx: EngineContext, { data }) => runMerge(ctx, data.person, data.merge) },
    }),
  ],
  timers: {},
  jobs: {
    'people.finish-erasures': { every: 2 * SECOND, run: finishErasures },
    'people.finish-merges': { every: 5 * SECOND, run: finishMerges },
  },
});
