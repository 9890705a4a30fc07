// What the room of reviews keeps of a person of the staff, and how that ends.
import { type Command, systemActor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import { erasePreferences, noticePreferences } from '../../people/notice-preferences.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { absences } from './store.ts';

/** For the right of access. */
export async function absenceRecord(ctx: StoreContext, personId: string) {
  const found = await absences.on(ctx.db).findById(personId, { until: 1 }).lean();
  return { awayUntil: found?.until ?? null, notices: await noticePreferences(ctx, personId) };
}

/** Idempotent. */
export async function eraseAbsence(ctx: StoreContext, personId: string): Promise<void> {
  await erasePreferences(ctx, personId);
  if (!(await absences.on(ctx.db).exists({ _id: personId }))) return;
  const command: Command = { id: `erase/${personId}/absence`, actor: systemActor };
  await change(ctx, absences, personId, command, () =>
    ok({ action: 'absence erased', set: { until: null }, result: null }),
  );
}
