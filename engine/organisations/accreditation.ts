// An organisation registers and is accredited: by the local executive body of its region (local institutions)
// or by the National Volunteer Network (volunteer organisations). Without it nothing can be published.
import { type Actor, type Command, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { binProblem } from '../kernel/iin.ts';
import type { Language } from '../kernel/languages.ts';
import { folded } from '../kernel/names.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { personOfChat } from '../people/reach.ts';
import { registerPerson } from '../people/register.ts';
import { addGrant } from '../people/staff.ts';
import { change, create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { type Organisation, type OrganisationKind, organisations } from './store.ts';

export interface NewOrganisation {
  readonly bin: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly region: string;
  readonly address: string;
  readonly activities: readonly string[];
  readonly contact: string;
  /** The first head: who registers it, and from which chat. */
  readonly head: { readonly chat: string; readonly name: string; readonly language: Language };
}

/** The scope in which an accreditor must hold the role to decide on an organisation. */
export const accreditationScope = (organisation: { kind: OrganisationKind; region: string }): string =>
  organisation.kind === 'local' ? `region:${organisation.region}` : 'network:nvs';

export const organisationScope = (bin: string): string => `organisation:${bin}`;

/** @returns the organisation's id */
export async function registerOrganisation(
  ctx: StoreContext,
  command: Command,
  input: NewOrganisation,
): Promise<Result<string>> {
  const problem = binProblem(input.bin);
  if (problem) return refused(`common.bin-${problem}`, { length: input.bin.length });
  const head = await registerHead(ctx, command, input);
  if (!head.ok) return head;
  const made = await create(ctx, organisations, input.bin, command, {
    action: 'organisation registered',
    set: {
      name: input.name,
      searchName: folded(input.name),
      kind: input.kind,
      region: input.region,
      address: input.address,
      activities: [...input.activities],
      contact: input.contact,
      headId: head.value,
      accreditation: 'applied',
      decidedBy: null,
      decidedAt: null,
      reason: null,
      createdAt: ctx.clock.now(),
    },
    events: [{ type: 'organisations.registered', data: { organisation: input.bin } }],
    result: input.bin,
  });
  if (!made.created) return refused('common.organisation-known', { bin: input.bin });
  const granted = await addGrant(ctx, { ...command, id: `${command.id}/head` }, head.value, {
    role: 'head',
    scope: organisationScope(input.bin),
  });
  return granted.ok ? ok(made.result) : granted;
}

async function registerHead(
  ctx: StoreContext,
  command: Command,
  input: NewOrganisation,
): Promise<Result<string>> {
  const known = await personOfChat(ctx, input.head.chat);
  if (known) return ok(known._id);
  const blank = { region: input.region, phone: null, student: null, consents: [], grants: [] };
  return registerPerson(ctx, { ...command, id: `${command.id}/person` }, { ...input.head, ...blank });
}

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
    return ok({
      action: `organisation ${state}`,
      set: {
        accreditation: state,
        decidedBy: command.actor.id,
        decidedAt: ctx.clock.now(),
        reason: decision.accredit ? null : decision.reason,
      },
      events: [{ type: `organisations.${state}`, data: { organisation: bin } }],
      result: state,
    });
  });
}

/** Nobody accredits an organisation that they work for, in whichever role. */
export const mayAccredit = (actor: Actor, organisation: Organisation): boolean =>
  holds(actor, 'accreditor', accreditationScope(organisation)) &&
  actor.id !== organisation.headId &&
  !actor.grants.some(({ scope }) => scope === organisationScope(organisation._id));

function nextState(
  now: Organisation['accreditation'],
  accredit: boolean,
): Organisation['accreditation'] | null {
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
