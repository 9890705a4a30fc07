// Evidence of a project that waits for a decision or came back, the newest first.
import { trusted } from 'mongoose';
import type { EngineContext } from '../../context.ts';
import { type GrantEvidence, grantEvidence } from '../store.ts';

export async function unsettledIn(
  ctx: EngineContext,
  project: string,
  limit: number,
): Promise<readonly GrantEvidence[]> {
  const filter = { project, state: trusted({ $in: ['sent', 'returned'] }) };
  return (await grantEvidence
    .on(ctx.db)
    .find(filter as never, { applied: 0, outbox: 0 })
    .sort({ sentAt: -1 })
    .limit(limit)
    .lean()) as unknown as GrantEvidence[];
}
