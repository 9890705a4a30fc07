// A secure form inside the messenger: its button carries a secret that opens nothing by itself. Whoever opens it proves
// by the messenger's own signed data that the chat is theirs, and is given a form link of their own; each proof is good
// once. The signature is checked by api/forms before anything here is asked.
import Type from 'typebox';
import { HOUR } from '../kernel/clock.ts';
import { derivedId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant } from '../store/model.ts';
import { createLink, findLink, type Link } from './links.ts';
import { type FormWish, isFormKind, openSecureForm } from './secure-forms.ts';
import { people } from './store.ts';

const BUTTON_HOURS = 24;

/** Proofs that were used. Kept for longer than one stays fresh, then removed by the purge. */
export const usedProofs = collection(
  'used_mini_app_proofs',
  Type.Object({ _id: Type.String(), at: Instant }),
  [{ fields: { at: 1 } }],
);

/** @param chat chatKey of the only chat that may open it. @returns the secret of the button */
export function openMiniApp(
  ctx: StoreContext,
  { kind, person, about = {} }: FormWish,
  chat: string,
): Promise<string> {
  const data = { form: kind, person, chat, about };
  const createdBy = `person:${person}`;
  return createLink(ctx, { kind: 'mini-app', data, createdBy, validFor: BUTTON_HOURS * HOUR });
}

export interface MiniAppButton {
  /** chatKey of the chat in which the button stands. */
  readonly chat: string;
  readonly language: Language;
}

export async function miniAppOf(ctx: StoreContext, secret: string): Promise<MiniAppButton | null> {
  const link = await buttonLink(ctx, secret);
  if (!link) return null;
  const person = await people.on(ctx.db).findById(String(link.data.person), { language: 1 }).lean();
  return person && { chat: String(link.data.chat), language: person.language };
}

export interface Proof {
  /** chatKey of the chat that the signed data tells of. */
  readonly chat: string;
  /** The signature: what makes a proof this one and no other. */
  readonly signature: string;
}

/** @returns the secret of a form that is now theirs. Refused for another's button and for a proof used before */
export async function enterMiniApp(
  ctx: StoreContext,
  secret: string,
  { chat, signature }: Proof,
): Promise<Result<string>> {
  const link = await buttonLink(ctx, secret);
  if (!link) return refused('common.link-used');
  const { form, person, about } = link.data;
  if (link.data.chat !== chat || !isFormKind(String(form))) return refused('common.not-allowed');
  if (!(await spend(ctx, signature))) return refused('common.link-used');
  const wish = { kind: form, person: String(person), about } as FormWish;
  return ok(await openSecureForm(ctx, wish));
}

async function buttonLink(ctx: StoreContext, secret: string): Promise<Link | null> {
  const link = await findLink(ctx, secret);
  return link?.kind === 'mini-app' ? link : null;
}

/** @returns false when it was used before */
async function spend(ctx: StoreContext, signature: string): Promise<boolean> {
  try {
    const used = { _id: derivedId(`mini app ${signature}`), at: ctx.clock.now() };
    await usedProofs.on(ctx.db).collection.insertOne(usedProofs.check(used) as never);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
