// Where the chats stand: one small document a chat, compare-and-set on its revision.
import Type from 'typebox';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';
import { collection, Instant, Json } from './model.ts';

const chats = collection(
  'chats',
  Type.Object({
    _id: Type.String(),
    rev: Type.Integer(),
    session: Json,
    lastMessage: Type.Union([Type.Null(), Type.String()]),
    at: Instant,
  }),
);

/** The sessions of the dialogue core; `blank` is what a chat starts from. */
export function storedSessions<S extends { readonly rev: number }>(ctx: StoreContext, blank: S) {
  const raw = () => chats.raw(ctx.db);
  return {
    async load(chat: string): Promise<S> {
      const found = await raw().findOne({ _id: { $eq: chat } });
      return found && found.rev > 0 ? ({ ...(found.session as S), rev: found.rev } as S) : blank;
    },

    async save(chat: string, session: S): Promise<boolean> {
      const rev = session.rev + 1;
      const fields = { rev, session: { ...session, rev }, at: ctx.clock.now() };
      const fresh = session.rev === 0 ? { $setOnInsert: { lastMessage: null } } : {};
      try {
        const outcome = await raw().updateOne(
          { _id: chat, rev: session.rev },
          { $set: fields, ...fresh },
          { upsert: session.rev === 0 },
        );
        return outcome.matchedCount + outcome.upsertedCount === 1;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}

/** The bot's newest message in each chat: what an edit in place replaces. */
export function lastMessages(ctx: StoreContext) {
  const raw = () => chats.raw(ctx.db);
  return {
    async get(chat: string): Promise<string | null> {
      const found = await raw().findOne({ _id: { $eq: chat } }, { projection: { lastMessage: 1 } });
      return found?.lastMessage ?? null;
    },
    async set(chat: string, messageId: string): Promise<void> {
      await raw().updateOne({ _id: chat }, { $set: { lastMessage: messageId } });
    },
  };
}
