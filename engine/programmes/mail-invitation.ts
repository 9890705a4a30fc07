// An invitation to a role goes by e-mail: once, and only by whoever made it.
import type { Command } from '../kernel/actor.ts';
import type { Language } from '../kernel/languages.ts';
import { text } from '../kernel/message.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { queueMail } from '../notify/mail/send.ts';
import { findLink } from '../people/links.ts';
import { invitationLink, offeredGrant } from './invitations.ts';
import type { EngineContext } from './programme.ts';
import { roleText } from './role-text.ts';

const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?\.[a-z]{2,24}$/i;

/** An e-mail address as one is written; it cannot end a header, or name a second reader. */
export const isEmail = (typed: string): boolean => ADDRESS.test(typed) && !typed.includes('..');

export interface MailedInvitation {
  readonly secret: string;
  /** An e-mail address. */
  readonly to: string;
  readonly language: Language;
}

/** @returns how it goes: `sent` by the worker, or `kept` for the mailbox page where no server is configured */
export async function mailInvitation(
  ctx: EngineContext,
  { actor }: Command,
  { secret, to, language }: MailedInvitation,
): Promise<Result<'sent' | 'kept'>> {
  if (!isEmail(to)) return refused('common.email-unreadable');
  const link = await findLink(ctx, secret);
  const grant = await offeredGrant(ctx, secret, '');
  if (!link || !grant) return refused('common.link-used');
  if (link.createdBy !== `${actor.kind}:${actor.id}`) return refused('common.not-allowed');
  const address = invitationLink(ctx, grant, secret);
  const isNew = await queueMail(ctx, `invitation/${link._id}`, {
    ...{ to, language },
    subject: text('staff:mail.subject'),
    texts: [await roleText(ctx, 'staff:join.offer', grant), text('staff:mail.open', { link: address })],
  });
  return isNew ? ok(ctx.mail ? 'sent' : 'kept') : refused('common.already-done');
}
