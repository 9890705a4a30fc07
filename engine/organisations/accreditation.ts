// An organisation is accredited by the local executive body of its region (local institutions)
// or by the National Volunteer Network (volunteer organisations). Without it nothing can be published.
import { type Actor, type Command, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { refuseUnseen } from '../kernel/seen.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import * as events from './events.ts';
import { type Organisation, type OrganisationKind, organisations } from './store.ts';

/** The scope in which an accreditor must hold the role to decide on an organisation. */
export const accreditationScope = (organisation: { kind: OrganisationKind; region: string }): string =>
  organisation.kind === 'local' ? `region:${organisation.region}` : 'network:nvs';

export const organisationScope = (bin: string): string => `organisation:${bin}`;

export type AccreditationDecision =
  | { readonly accredit: true }
  | {
      readonly accredit: false;
      readonly reason: string;
      /** What the decision is meant to be, where that matters: another outcome is then no decision at all. */
      readonly as?: 'refused' | 'revoked';
    };

/** Accredits, refuses or (once accredited) revokes. */
export function decideAccreditation(
  ctx: StoreContext,
  command: Command,
  bin: string,
  decision: AccreditationDecision,
): Promise<Result<Organisation['accreditation']>> {
  return change(ctx, organisations, bin, command, (organisation) => {
    if (!mayAccredit(command.actor, organisation)) return refused('common.not-allowed');
    const state = nextState(organisation.accreditation, decision.accredit);
    const isMeant = decision.accredit || decision.as === undefined || decision.as === state;
    if (!state || !isMeant)
      return refused('common.already-decided', {
        by: organisation.decidedBy,
        at: isoOf(organisation.decidedAt),
      });
    const unseen = refuseUnseen(command, String(organisation.v));
    if (unseen) return unseen;
    return ok({
      action: `organisation ${state}`,
      set: {
        accreditation: state,
        decidedBy: command.actor.id,
        decidedAt: ctx.clock.now(),
        reason: decision.accredit ? null : decision.reason,
      },
      events: [announced[state]({ organisation: bin })],
      result: state,
    });
  });
}

const announced = { accredited: events.accredited, refused: events.refused, revoked: events.revoked };

/** Nobody accredits an organisation that they work for, in whichever role. */
export const mayAccredit = (actor: Actor, organisation: Organisation): boolean =>
  holds(actor, 'accreditor', accreditationScope(organisation)) &&
  actor.id !== organisation.headId &&
  !actor.grants.some(({ scope }) => scope === organisationScope(organisation._id));

function nextState(now: Organisation['accreditation'], accredit: boolean): keyof typeof announced | null {
  if (accredit) return now === 'accredited' ? null : 'accredited';
  if (now === 'applied') return 'refused';
  return now === 'accredited' ? 'revoked' : null;
}

const isoOf = (date: Date | null): string | null => date?.toISOString() ?? null;

/** @throws AppError `not-found` */
export async function organisationOf(ctx: StoreContext, bin: string): Promise<Organisation> {
  const found = await organisations.on(ctx.db).findById(bin).lean();
  if (!found) throw new AppError('not-found', `organisation ${bin} does not exist`);
  return found;
}
