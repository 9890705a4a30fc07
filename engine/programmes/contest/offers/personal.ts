// What offers keep of a student, and what becomes of it when they use the rights over their data.
import { systemActor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { type Offer, offers } from './store.ts';

/** Those that somebody took. */
export const offersTakenBy = (ctx: EngineContext, person: string): Promise<readonly Offer[]> =>
  offers.on(ctx.db).find({ person }).lean();

export async function eraseOffers(ctx: EngineContext, person: string): Promise<void> {
  for (const { _id } of await offersTakenBy(ctx, person))
    await change(ctx, offers, _id, { id: `erase/${_id}/contest`, actor: systemActor }, ({ state }) =>
      ok({
        action: 'offer emptied',
        set: { name: '', grounds: [], person: null, ...(state === 'taken' && { state: 'lapsed' as const }) },
        result: null,
      }),
    );
}
