// How an application stands with regard to its decision, for the operator's queue.
import type { Reading } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { participations } from '../store.ts';
import { applicationVersion } from './decide.ts';

export async function readApplication(ctx: EngineContext, id: string): Promise<Reading> {
  const participation = await participationOf(ctx, id);
  const { state, person, sentAt, dueAt, decision, v } = participation;
  const isWithdrawn = state === 'withdrawn' && decision === null;
  const how = state === 'refused' ? 'refused' : 'accepted';
  return {
    state: state === 'applied' ? 'open' : isWithdrawn ? 'withdrawn' : 'decided',
    about: person,
    scope: 'all',
    ...{ since: sentAt, due: dueAt, version: applicationVersion(participation), order: v },
    decision: decision && { how, by: decision.by, at: decision.at },
  };
}

export async function* applicationIds(ctx: EngineContext): AsyncIterable<string> {
  for await (const { _id } of participations.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
}
