// The one-time link by which a person takes a copy of everything that is kept about them: a few in an hour, each good
// once and for a short time. That a copy was taken stands in their audit chain before the first byte of it leaves.
import type { Command } from '../kernel/actor.ts';
import { HOUR } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { linksMadeSince, useLink } from './links.ts';
import { noteOnPerson } from './note.ts';
import { openSecureForm } from './secure-forms.ts';
import { people } from './store.ts';

export const COPIES_AN_HOUR = 5;

/** @returns the link's secret. Refused to whoever is being erased, and beyond a few an hour */
export async function openRecordForm(ctx: StoreContext, person: string): Promise<Result<string>> {
  const found = await people.on(ctx.db).findById(person, { erasure: 1 }).lean();
  if (!found) return refused('common.not-allowed');
  if (found.erasure) return refused('common.being-erased');
  const since = new Date(ctx.clock.now().getTime() - HOUR);
  if ((await linksMadeSince(ctx, 'record-form', person, since)) >= COPIES_AN_HOUR)
    return refused('common.too-many-copies', { most: COPIES_AN_HOUR });
  return ok(await openSecureForm(ctx, { kind: 'record-form', person }));
}

/** Uses the link up and notes it. Of two at once one gets it. @returns the person's id */
export async function spendRecordLink(ctx: StoreContext, secret: string): Promise<Result<string>> {
  const link = await useLink(ctx, 'record-form', secret, `copy/${newId()}`);
  if (!link) return refused('common.link-used');
  const person = String(link.data.person);
  const command: Command = { id: `record/${link._id}`, actor: { kind: 'person', id: person, grants: [] } };
  return noteOnPerson(ctx, command, person, 'record taken', { link: link._id });
}
