// Members of a stage's commission come by a one-time link from whoever keeps its papers. Opening it they say who they are and
// take their seat; from then on they see the nominees of this stage and place, and no others.
import { inOffice } from '../../../commissions/composition.ts';
import { commissionOf } from '../../../commissions/store.ts';
import { inviteMember, joinCommission } from '../../../commissions/use-cases/invite-member.ts';
import type { Command } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/languages.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { createLink, findLink, type Link, useLink } from '../../../people/links.ts';
import { personOfChat } from '../../../people/reach.ts';
import { registerPerson } from '../../../people/register.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { collegeScope } from '../rights.ts';
import { actsAt, type Place, placeOf, refuseLate } from './commission.ts';
import { type MemberKind, memberKinds } from './commission-rule.ts';
import { invitationTerm } from './invitation-term.ts';
import { inviterOf } from './paper-keepers.ts';

export interface Invited {
  readonly commission: string;
  readonly kind: MemberKind;
  /** The organisation that they stand for. */
  readonly represents: string;
  /** The college whose nominees they do not judge: where they study or work; null for none. */
  readonly college: string | null;
}

/** @returns the secret of the one-time link */
export async function inviteToCommission(
  ctx: EngineContext,
  command: Command,
  invited: Invited,
): Promise<Result<string>> {
  const commission = await commissionOf(ctx, invited.commission);
  const place = placeOf(invited.commission);
  const by = inviterOf(command.actor, commission, actsAt(command.actor, place));
  if (by === null) return refused('common.not-allowed');
  const late = refuseLate(await editionOf(ctx, place.edition), place, ctx.clock.now());
  if (late) return late;
  if (inOffice(commission.members).length >= commission.rule.size.most)
    return refused('contest.commission-full', { count: commission.rule.size.most });
  const createdBy = `person:${by}`;
  const data = { ...invited, purpose: 'contest', by };
  return ok(await createLink(ctx, { kind: 'commission', data, createdBy, validFor: invitationTerm(ctx) }));
}

export interface Offer extends Invited {
  readonly place: Place;
  /** Person id of who invites. */
  readonly by: string;
}

/** What a link offers in a chat, while it is good; null for any other link. */
export async function offeredSeat(ctx: EngineContext, secret: string, chat: string): Promise<Offer | null> {
  const link = await findLink(ctx, secret, chat);
  return link ? offerIn(link) : null;
}

function offerIn({ kind: linkKind, data }: Link): Offer | null {
  const kind = memberKinds.find((each) => each === data.kind);
  if (linkKind !== 'commission' || data.purpose !== 'contest' || !kind) return null;
  const commission = String(data.commission);
  return {
    ...{ commission, kind, represents: String(data.represents), place: placeOf(commission) },
    college: typeof data.college === 'string' ? data.college : null,
    by: String(data.by),
  };
}

export interface NewMember {
  readonly secret: string;
  readonly chat: string;
  /** Of somebody whom nobody knows yet. */
  readonly name: string;
  readonly language: Language;
}

/** @returns the commission's id */
export async function takeSeatByLink(
  ctx: EngineContext,
  command: Command,
  { secret, chat, name, language }: NewMember,
): Promise<Result<string>> {
  const link = await useLink(ctx, 'commission', secret, chat);
  const offer = link && offerIn(link);
  if (!offer) return refused('common.link-used');
  const person = await personFor(ctx, command, { chat, name, language });
  if (!person.ok) return person;
  const { commission, kind, represents, college, by } = offer;
  const connections = college === null ? [] : [collegeScope(college)];
  const secretary = { kind: 'person', id: by, grants: [] } as const;
  const invitation = { ...command, id: `${command.id}/invited`, actor: secretary };
  const invited = await inviteMember(ctx, invitation, commission, {
    ...{ person: person.value, kind, represents, connections },
  });
  if (!invited.ok) return invited;
  const actor = { kind: 'person', id: person.value, grants: [] } as const;
  const joined = await joinCommission(ctx, { ...command, actor }, commission);
  return joined.ok ? ok(commission) : joined;
}

async function personFor(
  ctx: EngineContext,
  command: Command,
  who: Pick<NewMember, 'chat' | 'name' | 'language'>,
): Promise<Result<string>> {
  const known = await personOfChat(ctx, who.chat);
  if (known) return ok(known._id);
  const blank = { region: null, phone: null, student: null, consents: [], grants: [] };
  return registerPerson(ctx, { ...command, id: `${command.id}/person` }, { ...who, ...blank });
}
