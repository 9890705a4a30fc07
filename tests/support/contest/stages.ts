// Nominations brought by one step to where a test wants them: into any state, without the way that leads there. For quotas and
// deadlines, which look at the state alone; the way itself is told in way.test.ts and in the story.
import { systemActor } from '../../../engine/kernel/actor.ts';
import { ok } from '../../../engine/kernel/result.ts';
import type { Nomination, NominationState } from '../../../engine/programmes/contest/programme.ts';
import { nominations } from '../../../engine/programmes/contest/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { change } from '../../../engine/store/command.ts';
import { command, nominee, unwrap } from './people.ts';

/** @returns ids of nominations in that state */
export async function standing(
  ctx: EngineContext,
  count: number,
  set: Partial<Nomination> & { readonly state: NominationState },
  over: { readonly college?: string; readonly edition?: string } = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await nominee(ctx, over);
    unwrap(
      await change(ctx, nominations, id, command(systemActor), () => ok({ action: 'set', set, result: id })),
    );
    ids.push(id);
  }
  return ids;
}

/** As the region's commission has left them, the first in the first place. */
export const ranked = (rank: number, at: Date): Nomination['placings'] => ({
  college: null,
  region: { sitting: 'sitting', protocol: 1, rank, awarded: true, at },
  republic: null,
});
