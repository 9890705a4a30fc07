// The link that is shared for a nominee: it opens the chat at the vote. Nothing about the nominee stands in it.
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { type Nomination, nominations } from '../store.ts';
import { stageOfVote } from './electorate.ts';

const PREFIX = 'vote_';

/** What stands behind `?start=`. */
export const votePayload = (nomination: string): string => `${PREFIX}${nomination}`;

/** The nomination of such a payload; null for any other link. */
export const nominationInLink = (payload: string): string | null =>
  payload.startsWith(PREFIX) ? payload.slice(PREFIX.length) : null;

/** Null where nobody is voted for now. */
export async function voteLink(ctx: EngineContext, id: string): Promise<string | null> {
  const found = (await nominations
    .raw(ctx.db)
    .findOne({ _id: { $eq: id } } as never)) as unknown as Nomination | null;
  if (!found || !stageOfVote(await editionOf(ctx, found.edition), found, ctx.clock.now())) return null;
  return ctx.links.start('participant', votePayload(id));
}
