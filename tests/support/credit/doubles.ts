// Accounts of one human being, for tests of merge: the first registered a number, the others give the same one.
import type { Actor } from '../../../engine/kernel/actor.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import { findLink } from '../../../engine/people/links.ts';
import { answerMerge } from '../../../engine/people/merge-answer.ts';
import type { Merge } from '../../../engine/people/merge-request.ts';
import { challengeOf } from '../../../engine/people/signature.ts';
import { people } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { demoSignature, demoVerifier } from '../../../engine/signatures/demo.ts';
import { validIban, validIin } from '../identity/numbers.ts';
import { codesOf, newCommand } from './cast.ts';

/** Sends the form with the numbers of a serial. @returns the codes of a refusal */
export async function giveNumber(ctx: EngineContext, { id }: Actor, serial: number): Promise<string> {
  const identity = { iin: validIin(serial), iban: validIban(serial) };
  return codesOf(await provideIdentity(ctx, await openIdentityForm(ctx, id), identity)).join();
}

/** The same with an electronic signature of the number's bearer. */
export async function signNumber(ctx: EngineContext, { id }: Actor, serial: number): Promise<string> {
  const identity = { iin: validIin(serial), iban: validIban(serial) };
  const secret = await openIdentityForm(ctx, id);
  const link = await findLink(ctx, secret);
  if (!link) throw new Error('no link');
  const cms = Buffer.from(demoSignature({ iin: identity.iin }, challengeOf(ctx, link)));
  return codesOf(await provideIdentity(ctx, secret, identity, { cms, verifier: demoVerifier })).join();
}

export const joinsOf = async (ctx: EngineContext, { id }: Actor): Promise<readonly Merge[]> =>
  (await people.on(ctx.db).findById(id).lean())?.merges ?? [];

/** Answers the newest request. */
export async function answerNewest(
  ctx: EngineContext,
  owner: Actor,
  accept: boolean,
): Promise<Result<string>> {
  const merge = (await joinsOf(ctx, owner)).at(-1)?.id ?? '';
  return answerMerge(ctx, newCommand(owner), { merge, accept });
}

/** Whose each chat is, as the documents say: every chat once, or something is wrong. */
export async function ownersOf(ctx: EngineContext): Promise<Readonly<Record<string, readonly string[]>>> {
  const owners: Record<string, string[]> = {};
  for (const { _id, chats, merged } of await people.on(ctx.db).find().lean())
    for (const { key } of [...chats, ...(merged?.chats ?? [])]) owners[key] = [...(owners[key] ?? []), _id];
  return owners;
}
