// Everything that the badge programme keeps of one person, as they may take it with them. Names of others never stand in it.
import type { EngineContext } from '../context.ts';
import { awardRecord } from './award/personal.ts';
import { participationsOf } from './cases.ts';
import { journalRecord } from './journal/record.ts';
import type { Participation } from './store.ts';

export async function recordOf(ctx: EngineContext, personId: string): Promise<unknown> {
  const all = await participationsOf(ctx, personId);
  const kept = await journalRecord(ctx, personId);
  if (all.length === 0 && !kept) return null;
  const awards = await awardRecord(ctx, personId);
  return { participations: all.map((each) => plainOf(ctx, each)), awards, ...kept };
}

/** Without bookkeeping, and with what is sealed opened: it is theirs. */
function plainOf(ctx: EngineContext, participation: Participation) {
  const { v: _v, applied: _applied, audit: _audit, outbox: _outbox, talk, ...rest } = participation;
  if (!talk) return { ...rest, talk: null };
  const { sealedHealth, ...said } = talk;
  return { ...rest, talk: { ...said, health: ctx.sealer.open(sealedHealth) } };
}
