// Members of the working group come by a one-time link from the Holding and their own word.

import { inviteMember, joinCommission } from '../../../commissions/use-cases/invite-member.ts';
import type { Command } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/languages.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { createLink, findLink, type Link, useLink } from '../../../people/links.ts';
import { personOfChat } from '../../../people/reach.ts';
import { registerPerson } from '../../../people/register.ts';
import type { EngineContext } from '../../context.ts';
import { refusedAs } from '../reason.ts';
import { actsForRepublic } from '../rights.ts';
import { invitationTerm } from '../stages/invitation-term.ts';
import { inviterOf } from '../stages/paper-keepers.ts';
import { findGroup, type GroupKind, groupKinds, workingGroupId } from './working-group.ts';

const PURPOSE = 'contest-group';

export interface GroupInvitation {
  readonly edition: string;
  readonly kind: GroupKind;
  /** The organisation that they stand for. */
  readonly represents: string;
}

/** @returns the secret of the one-time link */
export async function inviteToGroup(
  ctx: EngineContext,
  command: Command,
  invited: GroupInvitation,
): Promise<Result<string>> {
  const group = await findGroup(ctx, invited.edition);
  if (!group) return refusedAs('group-not-formed');
  const by = inviterOf(command.actor, group, actsForRepublic(command.actor));
  if (by === null) return refused('common.not-allowed');
  const data = { ...invited, purpose: PURPOSE, by };
  const link = {
    kind: 'commission',
    data,
    createdBy: `person:${by}`,
    validFor: invitationTerm(ctx),
  } as const;
  return ok(await createLink(ctx, link));
}

export interface GroupOffer extends GroupInvitation {
  /** Person id of who invites. */
  readonly by: string;
}

/** What a link offers in a chat, while it is good; null for any other link. */
export async function offeredGroupSeat(
  ctx: EngineContext,
  secret: string,
  chat: string,
): Promise<GroupOffer | null> {
  const link = await findLink(ctx, secret, chat);
  return link ? offerIn(link) : null;
}

function offerIn({ kind: of, data }: Link): GroupOffer | null {
  const kind = groupKinds.find((each) => each === data.kind);
  if (of !== 'commission' || data.purpose !== PURPOSE || !kind) return null;
  return { kind, edition: String(data.edition), represents: String(data.represents), by: String(data.by) };
}

export interface NewGroupMember {
  readonly secret: string;
  readonly chat: string;
  /** Of somebody whom nobody knows yet. */
  readonly name: string;
  readonly language: Language;
}

/** @returns the group's id */
export async function takeGroupSeat(
  ctx: EngineContext,
  command: Command,
  { secret, ...who }: NewGroupMember,
): Promise<Result<string>> {
  const link = await useLink(ctx, 'commission', secret, who.chat);
  const offer = link && offerIn(link);
  if (!offer) return refused('common.link-used');
  const person = await personFor(ctx, command, who);
  if (!person.ok) return person;
  const group = workingGroupId(offer.edition);
  const secretary = { kind: 'person', id: offer.by, grants: [] } as const;
  const invited = await inviteMember(
    ctx,
    { ...command, id: `${command.id}/invited`, actor: secretary },
    group,
    {
      ...{ person: person.value, kind: offer.kind, represents: offer.represents, connections: [] },
    },
  );
  if (!invited.ok) return invited;
  const joined = await joinCommission(ctx, { ...command, actor: { ...secretary, id: person.value } }, group);
  return joined.ok ? ok(group) : joined;
}

async function personFor(
  ctx: EngineContext,
  command: Command,
  who: Omit<NewGroupMember, 'secret'>,
): Promise<Result<string>> {
  const known = await personOfChat(ctx, who.chat);
  if (known) return ok(known._id);
  const blank = { region: null, phone: null, student: null, consents: [], grants: [] };
  return registerPerson(ctx, { ...command, id: `${command.id}/person` }, { ...who, ...blank });
}
