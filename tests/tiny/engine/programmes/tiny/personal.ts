// What the tiny programme does when people use their rights over their data.
import { systemActor } from '../../../../../engine/kernel/actor.ts';
import { ok } from '../../../../../engine/kernel/result.ts';
import type { EngineContext, PersonalPart } from '../../../../../engine/programmes/programme.ts';
import { change } from '../../../../../engine/store/command.ts';
import { walks } from './store.ts';

const walkOf = (ctx: EngineContext, id: string) => walks.on(ctx.db).findById(id).lean();

const by = (id: string) => ({ id, actor: systemActor });

async function end(ctx: EngineContext, id: string, cause: string): Promise<void> {
  if ((await walkOf(ctx, id))?.state !== 'joined') return;
  await change(ctx, walks, id, by(`${cause}/walk-over`), () =>
    ok({ action: 'walk over', set: { state: 'over' as const }, result: null }),
  );
}

export const personal: PersonalPart = {
  purposes: [],
  consentEnded: end,
  documents: async (ctx, id) => ((await walkOf(ctx, id)) ? [`${walks.name}/${id}`] : []),
  record: async (ctx, id) => {
    const walk = await walkOf(ctx, id);
    return walk && { state: walk.state, wish: walk.wish, since: walk.since };
  },
  hasRecords: async (ctx, id) => (await walkOf(ctx, id)) !== null,
  erasing: {
    waitsFor: async () => [],
    end: (ctx, id) => end(ctx, id, `erase/${id}`),
    // Due dates are set for it.
    items: async (_ctx, id) => [id],
    counts: async () => false,
    erase: async (ctx, id) => {
      if (!(await walkOf(ctx, id))) return;
      await change(ctx, walks, id, by(`erase/${id}/wish`), () =>
        ok({ action: 'wish erased', set: { wish: '' }, result: null }),
      );
    },
  },
};
