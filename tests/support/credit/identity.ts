// Fills in the secure form for somebody, with made-up numbers that no other serial gives.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { validIban, validIin } from '../identity/numbers.ts';
import { unwrap } from './cast.ts';

export async function giveIdentity(ctx: EngineContext, { id }: Actor, serial: number): Promise<void> {
  const secret = await openIdentityForm(ctx, id);
  unwrap(await provideIdentity(ctx, secret, { iin: validIin(serial), iban: validIban(serial) }));
}
