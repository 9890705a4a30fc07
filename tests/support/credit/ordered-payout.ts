// A payout that waits for the Financial Centre, as a document: for tests that decide many of them.
import { systemActor } from '../../../engine/kernel/actor.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { payouts } from '../../../engine/programmes/credit/store.ts';
import { create } from '../../../engine/store/command.ts';
import { BIN } from './cast.ts';

/** @returns its id */
export async function orderedPayout(ctx: EngineContext, id: string): Promise<string> {
  await create(
    ctx,
    payouts,
    id,
    { id: `order/${id}`, actor: systemActor },
    {
      action: 'payout ordered',
      set: {
        ...{ studentId: `student-${id}`, organisationId: BIN, target: 20, amount: 20_000, state: 'ordered' },
        ...{
          orderedAt: ctx.clock.now(),
          bankReference: null,
          reason: null,
          decidedBy: null,
          decidedAt: null,
        },
      },
      result: id,
    },
  );
  return id;
}
