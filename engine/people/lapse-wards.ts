// A legal representative leaves: what they consented to for minors is over, and the minors hear of it, so that somebody
// else can consent. Called by the erasure of a person; is idempotent.
import { type Command, systemActor } from '../kernel/actor.ts';
import type { StoreContext } from '../store/context.ts';
import { withdrawConsent } from './consents.ts';
import { wardsOf } from './guardians.ts';

export async function lapseWards(ctx: StoreContext, guardianId: string): Promise<void> {
  for (const { id, purposes } of await wardsOf(ctx, guardianId)) {
    for (const purpose of purposes) {
      const command: Command = { id: `erase/${guardianId}/ward/${id}/${purpose}`, actor: systemActor };
      await withdrawConsent(ctx, command, { person: id, purpose, ground: 'guardian-erased' });
    }
  }
}
