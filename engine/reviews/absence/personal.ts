// What the room of reviews keeps of a person of the staff, and how that ends.
import { type Command, systemActor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { absences } from './store.ts';

/** For the right of access. */
export async function absenceRecord(ctx: StoreContext, personId: string) {
  const found = await absences.on(ctx.db).findById(personId, { until: 1 }).lean();
  return found ? { awayUntil: found.until } : null;
}

/** Idempotent. */
export async function eraseAbsence(ctx: StoreContext, personId: string): Promise<void> {
  if (!(await absences.on(ctx.db).exists({ _id: personId }))) return;
  const command: Command = { id: `erase/${personId}/absence`, actor: systemActor };
  await change(ctx, absences, personId, command, () =>
    ok({ action: 'absence erased', set: { until: null }, result: null }),
  );
}
