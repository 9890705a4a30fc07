// What stays of a head in their organisation goes with them: the contact that they gave, and the papers whose files are
// deleted. The organisation itself is no person. Called by the erasure of a person; is idempotent.
import { systemActor } from '../kernel/actor.ts';
import { ok } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { organisations } from './store.ts';

const GONE = '—';

export async function eraseHead(ctx: StoreContext, personId: string): Promise<void> {
  const headed = await organisations.on(ctx.db).find({ headId: personId }, { _id: 1 }).lean();
  for (const { _id } of headed) {
    const command = { id: `erase/${personId}/head`, actor: systemActor };
    await change(ctx, organisations, _id, command, () =>
      ok({ action: 'contact erased', set: { contact: GONE, documents: [] }, result: null }),
    );
  }
}
