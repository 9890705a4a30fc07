// Buttons of notices that lie in a chat: what stands on them may be typed. Called by the dialogue core where words name nothing else.
import type { Button, Message } from '../kernel/message.ts';
import type { StoreContext } from '../store/context.ts';
import { deliveries } from './store.ts';

/** So many of the newest notices are at hand. */
const AT_HAND = 5;

/** Of each message as it was last put there, the newest first. */
export async function buttonsDelivered(ctx: StoreContext, chat: string): Promise<readonly Button[]> {
  const found = await deliveries
    .raw(ctx.db)
    .find({ chat: { $eq: chat }, state: 'sent' }, { projection: { message: 1, replaces: 1 } })
    .sort({ createdAt: -1 })
    .limit(2 * AT_HAND)
    .toArray();
  const replaced = new Set(found.map(({ replaces }) => replaces));
  const standing = found.filter(({ _id }) => !replaced.has(_id)).slice(0, AT_HAND);
  return standing.flatMap(({ message }) => ((message as Message).buttons ?? []).flat());
}
