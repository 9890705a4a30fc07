// Where the dialogue of each chat stands, compare-and-set on its revision.
import { chats } from './chats.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';

/** The session that a chat's document holds; null before the first one. */
export const sessionIn = <S extends { readonly rev: number }>(
  chat: { readonly rev: number; readonly session: unknown } | null,
): S | null => (chat && chat.rev > 0 ? { ...(chat.session as S), rev: chat.rev } : null);

/** The sessions of the dialogue core; `blank` is what a chat starts from. */
export function storedSessions<S extends { readonly rev: number }>(ctx: StoreContext, blank: S) {
  const raw = () => chats.raw(ctx.db);
  return {
    async load(chat: string): Promise<S> {
      return sessionIn<S>(await raw().findOne({ _id: { $eq: chat } })) ?? blank;
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
