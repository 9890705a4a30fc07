// What certificates keep of a person: theirs to take along, and gone when they are erased. The number stays and then
// answers that a certificate was issued and its details were erased.
import { type Command, systemActor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { certificates } from './store.ts';

const idsOf = async (ctx: StoreContext, holderId: string): Promise<readonly string[]> =>
  (await certificates.on(ctx.db).find({ holderId }, { _id: 1 }).lean()).map(({ _id }) => _id);

/** Owner documents about the person, as `<collection>/<id>`. */
export const certificateDocuments = async (ctx: StoreContext, holderId: string): Promise<readonly string[]> =>
  (await idsOf(ctx, holderId)).map((id) => `certificates/${id}`);

/** Everything that is kept of the person's certificates, as plain JSON. */
export function certificatesRecord(ctx: StoreContext, holderId: string) {
  const bookkeeping = { v: 0, applied: 0, audit: 0, outbox: 0 };
  return certificates.on(ctx.db).find({ holderId }, bookkeeping).sort({ createdAt: 1 }).lean();
}

/** Empties them of the person. Idempotent. */
export async function eraseCertificates(ctx: StoreContext, holderId: string): Promise<void> {
  for (const id of await idsOf(ctx, holderId)) {
    const command: Command = { id: `erase/certificate/${id}`, actor: systemActor };
    const set = { holderName: null, facts: [], reason: null };
    await change(ctx, certificates, id, command, () =>
      ok({ action: 'certificate details erased', set, result: id }),
    );
  }
}
