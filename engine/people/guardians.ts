// Legal representatives of minors: invited by the minor with a one-time link, they read what they would consent to,
// prove who they are on a secure form, and consent or decline. What they consent to is what the minor asked for.
import type { Command } from '../kernel/actor.ts';
import { DAY } from '../kernel/clock.ts';
import type { Language } from '../kernel/languages.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { isMinor } from './age.ts';
import { type Consent, giverOf, liveConsent, withdrawConsent } from './consents.ts';
import { guardianDeclined } from './events.ts';
import { createLink, findLink, useLink } from './links.ts';
import { personOfChat } from './reach.ts';
import { registerPerson } from './register.ts';
import { type Person, people } from './store.ts';

const INVITATION_DAYS = 14;

/** @returns the secret of the one-time link that the minor passes on */
export function inviteGuardian(ctx: StoreContext, minorId: string): Promise<string> {
  const createdBy = `person:${minorId}`;
  return createLink(ctx, {
    kind: 'guardian',
    data: { minor: minorId },
    createdBy,
    validFor: INVITATION_DAYS * DAY,
  });
}

export interface Ward {
  readonly id: string;
  readonly name: string;
  /** What it is about, e.g. `credit`: each purpose has its own words. */
  readonly purposes: readonly string[];
}

/** For whom an invitation asks, in the chat that opened it. Refused where this person cannot be the representative. */
export async function invitedWard(ctx: StoreContext, secret: string, chat: string): Promise<Result<Ward>> {
  const link = await findLink(ctx, secret, chat);
  const minorId = link?.kind === 'guardian' ? String(link.data.minor) : null;
  const minor = minorId === null ? null : await people.on(ctx.db).findById(minorId).lean();
  if (!minor) return refused('common.link-used');
  const guardian = await personOfChat(ctx, chat);
  const unfit = guardian && unfitReason(ctx, guardian, minor._id);
  return unfit ?? ok(wardOf(ctx, minor));
}

function unfitReason(ctx: StoreContext, guardian: Person, minorId: string): Refused | null {
  if (guardian._id === minorId) return refused('guardian.own-account');
  return isMinor(guardian, ctx.clock.now()) ? refused('guardian.is-minor') : null;
}

const wardOf = (ctx: StoreContext, minor: Person): Ward => ({
  id: minor._id,
  name: minor.name,
  purposes: wishesOf(minor, ctx.clock.now()).map((each) => each.purpose),
});

/** The minor's own newest consent for each purpose, unless they took it back themselves: what a guardian is asked for. */
export function wishesOf(minor: Person, now: Date): readonly Consent[] {
  const own = minor.consents.filter((each) => giverOf(minor, each) === minor._id && each.until > now);
  const newest = new Map(own.map((each) => [each.purpose, each]));
  return [...newest.values()].filter((each) => each.withdrawnAt === null || each.withdrawnBy !== minor._id);
}

export interface Guardianship {
  readonly secret: string;
  readonly chat: string;
  readonly name: string;
  readonly language: Language;
}

/** The invitation is taken up by this chat. Nothing is consented to yet. @returns guardian and minor, by id */
export async function takeUpInvitation(
  ctx: StoreContext,
  command: Command,
  { secret, chat, name, language }: Guardianship,
): Promise<Result<{ readonly guardian: string; readonly minor: string }>> {
  const ward = await invitedWard(ctx, secret, chat);
  if (!ward.ok) return ward;
  if (!(await useLink(ctx, 'guardian', secret, chat))) return refused('common.link-used');
  const minor = ward.value.id;
  const known = await personOfChat(ctx, chat);
  if (known) return ok({ guardian: known._id, minor });
  const blank = { region: null, phone: null, student: null, consents: [], grants: [] };
  const made = await registerPerson(ctx, command, { chat, name, language, ...blank });
  return made.ok ? ok({ guardian: made.value, minor }) : made;
}

/** The representative does not consent; the minor hears of it. The chat may think again while the link is good. */
export async function declineGuardianship(
  ctx: StoreContext,
  command: Command,
  secret: string,
  chat: string,
): Promise<Result<string>> {
  const ward = await invitedWard(ctx, secret, chat);
  if (!ward.ok) return ward;
  if (!(await useLink(ctx, 'guardian', secret, chat))) return refused('common.link-used');
  const { id } = ward.value;
  return change(ctx, people, id, command, () =>
    ok({
      action: 'guardian declined',
      set: {},
      events: [guardianDeclined({ person: id })],
      result: id,
    }),
  );
}

/** The minors whose guardian a person is, and what they have consented to that is in force. */
export async function wardsOf(ctx: StoreContext, guardianId: string): Promise<readonly Ward[]> {
  const found = await people
    .on(ctx.db)
    .find({ 'guardian.person': guardianId })
    .sort({ searchName: 1 })
    .lean();
  const now = ctx.clock.now();
  return found
    .filter((each) => isMinor(each, now))
    .map((minor) => {
      const live = minor.consents.filter((each) => liveConsent(minor, each.purpose, now) === each);
      return { id: minor._id, name: minor.name, purposes: live.map((each) => each.purpose) };
    });
}

/** The guardian takes the consent back, for everything: processing stops. @returns the minor's id */
export async function withdrawAsGuardian(
  ctx: StoreContext,
  command: Command,
  minorId: string,
): Promise<Result<string>> {
  const ward = (await wardsOf(ctx, command.actor.id)).find((each) => each.id === minorId);
  if (!ward) return refused('common.not-allowed');
  if (ward.purposes.length === 0) return refused('common.no-live-consent');
  for (const purpose of ward.purposes) {
    const part = { ...command, id: `${command.id}/${purpose}` };
    const done = await withdrawConsent(ctx, part, { person: minorId, purpose });
    if (!done.ok) return done;
  }
  return ok(minorId);
}
