// Roles come by invitation from whoever may give them: a one-time link, opened at the desk where the role acts. Nobody takes
// up their own, and nobody holds two roles that must stay apart, whatever way they come.
import { isSameHand } from '../access/same-hand.ts';
import type { Command, Grant } from '../kernel/actor.ts';
import { DAY } from '../kernel/clock.ts';
import type { Language } from '../kernel/languages.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { createLink, findLink, useLink } from '../people/links.ts';
import { personOfChat } from '../people/reach.ts';
import { registerPerson } from '../people/register.ts';
import { addGrant, takeGrant } from '../people/staff.ts';
import { heldApart, mayGive } from './giving-roles.ts';
import type { EngineContext } from './programme.ts';
import { rolesOf } from './rooms.ts';

const INVITATION_DAYS = 7;

/** Invites someone to a role. @returns the secret of the one-time link */
export async function inviteStaff(
  ctx: EngineContext,
  command: Command,
  grant: Grant,
): Promise<Result<string>> {
  if (!(await mayGive(ctx, command.actor, grant))) return refused('common.not-allowed');
  const createdBy = `${command.actor.kind}:${command.actor.id}`;
  const { role, scope } = grant;
  const data = { grant: { role, scope } };
  return ok(await createLink(ctx, { kind: 'staff', data, createdBy, validFor: INVITATION_DAYS * DAY }));
}

/** The address that opens an invitation, at the desk where its role acts. */
export const invitationLink = (ctx: EngineContext, { role }: Grant, secret: string): string =>
  ctx.links.start(rolesOf(ctx).get(role)?.desk ?? 'staff', secret);

/**
 * What an invitation offers in a chat, while it is good; null when another chat used it, it has expired or never was.
 * The chat that used it may open it again: its acceptance may have broken off before the role was given.
 */
export async function offeredGrant(ctx: EngineContext, secret: string, chat: string): Promise<Grant | null> {
  const link = await findLink(ctx, secret, chat);
  const grant = link?.kind === 'staff' ? (link.data.grant as Grant) : null;
  // One of a role that no programme declares any more offers nothing.
  return grant && rolesOf(ctx).has(grant.role) ? grant : null;
}

export interface AcceptedInvitation {
  readonly secret: string;
  readonly chat: string;
  readonly name: string;
  readonly language: Language;
}

/** Takes up an invitation: the person of the chat gets the role. @returns the role and its scope */
export async function acceptStaffInvitation(
  ctx: EngineContext,
  command: Command,
  { secret, ...who }: AcceptedInvitation,
): Promise<Result<Grant>> {
  const grant = await offeredGrant(ctx, secret, who.chat);
  const known = await personOfChat(ctx, who.chat);
  const maker = (await findLink(ctx, secret, who.chat))?.createdBy ?? '';
  // Before it is used up: whoever it is meant for can still open it.
  const refusal = grant && known && (await refusalFor(ctx, grant, maker, known));
  if (refusal) return refusal;
  if (!grant || !(await useLink(ctx, 'staff', secret, who.chat))) return refused('common.link-used');
  const id = known ? ok(known._id) : await registered(ctx, command, who);
  if (!id.ok) return id;
  if (await isSameHand(ctx, maker, `person:${id.value}`)) return refused('common.own-invitation');
  return addGrant(ctx, command, id.value, grant, (held) => apartRefusal(ctx, held, grant));
}

function registered(
  ctx: EngineContext,
  command: Command,
  who: Omit<AcceptedInvitation, 'secret'>,
): Promise<Result<string>> {
  const blank = { region: null, phone: null, grants: [], student: null, consents: [] };
  return registerPerson(ctx, { ...command, id: `${command.id}/person` }, { ...who, ...blank });
}

async function refusalFor(
  ctx: EngineContext,
  grant: Grant,
  maker: string,
  { _id, grants }: { readonly _id: string; readonly grants: readonly Grant[] },
): Promise<Refused | null> {
  if (await isSameHand(ctx, maker, `person:${_id}`)) return refused('common.own-invitation');
  return apartRefusal(ctx, grants, grant);
}

function apartRefusal(ctx: EngineContext, held: readonly Grant[], { role }: Grant): Refused | null {
  const other = heldApart(ctx, held, role);
  if (other === undefined) return null;
  const titles = rolesOf(ctx);
  return refused('common.roles-apart', {
    role: titles.get(role)?.title ?? role,
    held: titles.get(other)?.title ?? other,
  });
}

/** Takes a role from a person; what was assigned to them is their role's again. @returns the role and its scope */
export async function removeStaff(
  ctx: EngineContext,
  command: Command,
  personId: string,
  grant: Grant,
): Promise<Result<Grant>> {
  if (!(await mayGive(ctx, command.actor, grant))) return refused('common.not-allowed');
  return takeGrant(ctx, command, personId, grant);
}
