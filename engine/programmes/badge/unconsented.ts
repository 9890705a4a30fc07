// Ends what runs without a live consent: its term is over, or it was withdrawn in the very moment of an application.
import { trusted } from 'mongoose';
import { newId } from '../../kernel/ids.ts';
import type { EngineContext } from '../context.ts';
import { hasConsent } from './consent.ts';
import { underWayStates } from './states.ts';
import { participations } from './store.ts';
import { withdrawAll } from './withdraw.ts';

/** An application of a minor waits for the representative: nothing has started, and nothing is to be ended. */
export async function endUnconsented(ctx: EngineContext): Promise<void> {
  const running = { state: trusted({ $in: underWayStates.filter((state) => state !== 'applied') }) };
  const ids = (await participations.on(ctx.db).distinct('person', running as never)) as unknown as string[];
  for (const id of ids)
    if (!(await hasConsent(ctx, id))) await withdrawAll(ctx, id, `unconsented/${newId()}`);
}
