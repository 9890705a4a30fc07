// What a person was told, and what others were told of them, as they may take it with them: text keys, times and outcomes.
// Never the words: a card names others, too.
import { trusted } from 'mongoose';
import type { Message } from '../kernel/message.ts';
import type { StoreContext } from '../store/context.ts';
import { about, type Spoken } from './erase.ts';
import { deliveries } from './store.ts';

/** @param most of each: the newest */
export async function deliveriesRecord(ctx: StoreContext, spoken: Spoken, most: number) {
  const theirs = [{ person: spoken.person }, { chat: trusted({ $in: [...spoken.chats] }) }];
  const toOthers = {
    person: trusted({ $ne: spoken.person }),
    chat: trusted({ $nin: [...spoken.chats] }),
    $or: await about(ctx, spoken),
  };
  return {
    deliveries: await newest(ctx, { $or: theirs }, most),
    toldOthers: await newest(ctx, toOthers, most),
  };
}

async function newest(ctx: StoreContext, which: object, most: number) {
  const found = await deliveries
    .on(ctx.db)
    .find(which as never)
    .sort({ createdAt: -1 })
    .limit(most)
    .lean();
  return found.map(({ _id, kind, desk, message, state, attempts, createdAt, endedAt }) => ({
    id: _id,
    texts: (message as Message).texts.map(({ key }) => key),
    ...{ kind, desk, state, attempts, createdAt, endedAt },
  }));
}
