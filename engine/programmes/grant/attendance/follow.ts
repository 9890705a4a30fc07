// What becomes of a list when its evidence is decided on: returned or taken back it is open for corrections; a return that was taken back
// closes it again.

import { systemActor } from '../../../kernel/actor.ts';
import { ok, refused } from '../../../kernel/result.ts';
import type { Follow } from '../../../parts/part.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import type { OfEvidence } from '../events.ts';
import { evidenceOf } from '../evidence/cases.ts';
import { standingStates } from '../states.ts';
import { type Gathering, grantGatherings } from './store.ts';

export const followList: Follow<EngineContext, OfEvidence> = async (ctx, { id, data }) => {
  const found = (await grantGatherings
    .on(ctx.db)
    .findOne({ evidence: data.evidence } as never)
    .lean()) as Gathering | null;
  // An older sending of the list says nothing any more.
  if (!found || found.evidence.at(-1) !== data.evidence) return;
  const { state } = await evidenceOf(ctx, data.evidence);
  const wanted = standingStates.includes(state) ? ('sent' as const) : ('open' as const);
  const command = { id: `event/${id}/list`, actor: systemActor };
  await change(ctx, grantGatherings, found._id, command, (gathering) =>
    gathering.state === wanted || gathering.sending
      ? refused('common.already-done')
      : ok({ action: `attendance list ${wanted}`, set: { state: wanted }, result: null }),
  );
};
