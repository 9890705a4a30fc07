// What the room of appeals keeps of a person, and how that ends.
import { systemActor } from '../kernel/actor.ts';
import { ok } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { type Appeal, appeals } from './store.ts';

const ofPerson = async (ctx: StoreContext, person: string): Promise<readonly Appeal[]> =>
  (await appeals.on(ctx.db).find({ person }).sort({ openedAt: 1 }).lean()) as Appeal[];

/** For the right of access. */
export async function appealsRecord(ctx: StoreContext, person: string) {
  const found = await ofPerson(ctx, person);
  return found.map(({ kind, subject, against, words, openedAt, state, decidedAt, reason }) => ({
    ...{ kind, subject, words, openedAt, state, decidedAt, reason },
    against: { how: against.how, at: against.at },
  }));
}

/** Owner documents about the person. */
export const appealDocuments = async (ctx: StoreContext, person: string): Promise<readonly string[]> =>
  (await ofPerson(ctx, person)).map(({ _id }) => `${appeals.name}/${_id}`);

/** Words and reasons go; that there was an appeal stays. Idempotent. */
export async function eraseAppeals(ctx: StoreContext, person: string): Promise<void> {
  for (const { _id } of await ofPerson(ctx, person))
    await change(ctx, appeals, _id, { id: `erase/${person}/appeal`, actor: systemActor }, ({ state }) =>
      ok({
        action: 'appeal erased',
        set: { words: '', reason: null, state: state === 'open' ? ('withdrawn' as const) : state },
        result: null,
      }),
    );
}
