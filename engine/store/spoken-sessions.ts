// What the dialogues of others said last about somebody who is erased: put out of sight, whole messages only. What a
// person has typed, and not sent yet, is theirs and stays as it is; so do all ids. Called by the erasure only.
import { trusted } from 'mongoose';
import { noted } from '../kernel/about.ts';
import { type Message, text } from '../kernel/message.ts';
import { AT_STAFF_DESK, chats } from './chats.ts';
import type { StoreContext } from './context.ts';

/** As much of a session as is needed for this; the rest is passed on. */
interface Session {
  readonly about?: readonly string[];
  readonly lastTurn?: { readonly replies: readonly Reply[] } | null;
  readonly shown?: { readonly about?: readonly string[] } | null;
}
interface Reply {
  readonly message: Message;
}

/** In place of a message that is said no more, should the turn be answered again. */
const GONE: Message = { texts: [text('common:erase.message-gone')] };

/** A chat that moves on while it is looked at is looked at once more. */
const ROUNDS = 5;

export async function redactSessionsAbout(ctx: StoreContext, ids: readonly string[]): Promise<void> {
  const sought = new Set(ids);
  const speaks = (about: readonly string[] = []) => about.some((each) => sought.has(each));
  await redact(ctx, { 'session.about': trusted({ $in: [...ids] }) }, speaks);
}

/** Those of the staff's desk that an earlier version saved: their last words may name anybody. */
export async function redactSessionsUnnoted(ctx: StoreContext): Promise<void> {
  await redact(ctx, { 'session.about': null, _id: trusted({ $regex: AT_STAFF_DESK }) }, () => true);
}

type Speaks = (about?: readonly string[]) => boolean;

async function redact(ctx: StoreContext, which: object, speaks: Speaks): Promise<void> {
  const model = chats.on(ctx.db);
  for (let round = 0; round < ROUNDS; round += 1) {
    let missed = 0;
    const found = model.find({ rev: trusted({ $gt: 0 }), ...which } as never, { rev: 1, session: 1 });
    for await (const { _id, rev, session } of found.lean().cursor()) {
      const set = { session: without(session as Session, speaks) };
      if ((await model.updateOne({ _id, rev }, { $set: set })).matchedCount === 0) missed += 1;
    }
    if (missed === 0) return;
  }
}

function without(session: Session, speaks: Speaks): Session {
  const { lastTurn, shown } = session;
  const replies = lastTurn?.replies.map((each) =>
    speaks(each.message.about) ? { ...each, message: GONE } : each,
  );
  const stays = shown && !speaks(shown.about) ? shown : null;
  const said = [...(replies ?? []).map(({ message }) => message), ...(stays ? [stays] : [])];
  return {
    ...session,
    ...(lastTurn && replies && { lastTurn: { ...lastTurn, replies } }),
    shown: stays,
    about: noted(said.flatMap(({ about = [] }) => about)),
  };
}
