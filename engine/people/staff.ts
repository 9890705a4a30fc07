// Staff come by invitation from whoever may give the role: a one-time link, opened in the staff chat.
import type { Command, Grant } from '../kernel/actor.ts';
import { holds } from '../kernel/actor.ts';
import { DAY } from '../kernel/clock.ts';
import type { Language } from '../kernel/languages.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { roleTaken } from './events.ts';
import { createLink, findLink, useLink } from './links.ts';
import { personOfChat } from './reach.ts';
import { registerPerson, withGrants } from './register.ts';
import { people } from './store.ts';

const INVITATION_DAYS = 7;

/**
 * Invites someone to a role. An operator may give any; the head of an organisation may name its coordinators.
 * @returns the secret of the one-time link
 */
export async function inviteStaff(
  ctx: StoreContext,
  command: Command,
  grant: Grant,
): Promise<Result<string>> {
  const mayGive =
    holds(command.actor, 'operator', 'all') ||
    (grant.role === 'coordinator' && holds(command.actor, 'head', grant.scope));
  if (!mayGive) return refused('common.not-allowed');
  const createdBy = `${command.actor.kind}:${command.actor.id}`;
  return ok(
    await createLink(ctx, { kind: 'staff', data: { grant }, createdBy, validFor: INVITATION_DAYS * DAY }),
  );
}

/**
 * What an invitation offers in a chat, while it is good; null when another chat used it, it has expired or never was.
 * The chat that used it may open it again: its acceptance may have broken off before the role was given.
 */
export async function offeredGrant(ctx: StoreContext, secret: string, chat: string): Promise<Grant | null> {
  const link = await findLink(ctx, secret, chat);
  return link?.kind === 'staff' ? (link.data.grant as Grant) : null;
}

export interface AcceptedInvitation {
  readonly secret: string;
  readonly chat: string;
  readonly name: string;
  readonly language: Language;
}

/** Takes up an invitation: the person of the chat gets the role. @returns the role and its scope */
export async function acceptStaffInvitation(
  ctx: StoreContext,
  command: Command,
  input: AcceptedInvitation,
): Promise<Result<Grant>> {
  const link = await useLink(ctx, 'staff', input.secret, input.chat);
  if (!link) return refused('common.link-used');
  const grant = link.data.grant as Grant;
  const known = await personOfChat(ctx, input.chat);
  if (known) return addGrant(ctx, command, known._id, grant);
  const { chat, name, language } = input;
  const blank = { region: null, phone: null, student: null, consents: [] };
  const made = await registerPerson(ctx, command, { chat, name, language, grants: [grant], ...blank });
  return made.ok ? ok(grant) : made;
}

/** Gives a role to a person who is known already. */
export function addGrant(
  ctx: StoreContext,
  command: Command,
  personId: string,
  grant: Grant,
): Promise<Result<Grant>> {
  return change(ctx, people, personId, command, (person) => {
    if (person.merged) return refused('common.just-merged');
    return ok({
      action: 'role given',
      set: { grants: withGrants(person.grants, [grant]) },
      result: grant,
      details: grant,
    });
  });
}

/** Takes a role from a person; one that they do not hold is no change to their roles. */
export function takeGrant(
  ctx: StoreContext,
  command: Command,
  personId: string,
  grant: Grant,
): Promise<Result<Grant>> {
  return change(ctx, people, personId, command, (person) =>
    ok({
      action: 'role taken',
      set: { grants: person.grants.filter((each) => each.role !== grant.role || each.scope !== grant.scope) },
      events: [roleTaken({ person: personId })],
      result: grant,
      details: grant,
    }),
  );
}
