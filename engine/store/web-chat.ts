// The messages of the web chat. A chat's `rev` grows with every change of it, so that a page asks "what has changed
// since" and misses neither a new message nor one that was replaced: each change takes the rev after the newest that
// is visible, and no rev is taken twice, so none ever appears behind a reader.
import { trusted } from 'mongoose';
import Type, { type Static } from 'typebox';
import { noted } from '../kernel/about.ts';
import { AppError } from '../kernel/errors.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';
import { textIndex } from './indexes.ts';
import { collection, Instant, Json, nullable, oneOf } from './model.ts';

const mediaShape = Type.Object({
  /** Id of a web file, see web-files.ts. */
  id: Type.String(),
  kind: Type.String(),
  name: Type.String(),
  mime: Type.String(),
});
export type WebMedia = Static<typeof mediaShape>;

export const messages = collection(
  'web_messages',
  Type.Object({
    _id: Type.String(),
    chat: Type.String(),
    seq: Type.Integer(),
    /** Of its newest form. */
    rev: Type.Integer(),
    /** Of all its forms: a replaced message keeps them taken. */
    revs: Type.Array(Type.Integer()),
    /** The person's own: its place in the chat's order of arrival. Null for Qadam's. */
    order: nullable(Type.Integer()),
    from: oneOf(['person', 'qadam']),
    /** What the page called it when sending: the same wish twice is one message. Null for Qadam's. */
    ref: nullable(Type.String()),
    html: Type.String(),
    buttons: Json,
    media: Type.Array(mediaShape),
    /** Ids of whom and what it speaks of. Absent in what earlier versions stored. */
    about: Type.Optional(Type.Array(Type.String())),
    at: Instant,
    removed: Type.Boolean(),
  }),
  [
    { fields: { chat: 1, rev: 1 } },
    {
      fields: { chat: 1, revs: 1 },
      options: { unique: true, partialFilterExpression: { revs: { $exists: true } } },
    },
    { fields: { chat: 1, seq: -1 } },
    textIndex('ref', { unique: true }, { chat: 1, ref: 1 }),
    { fields: { 'media.id': 1 } },
    { fields: { about: 1 } },
  ],
);
type Stored = ReturnType<typeof messages.check>;

export interface WebButton {
  readonly label: string;
  readonly data?: string;
  readonly url?: string;
}

export type WebMessage = Omit<Stored, 'buttons'> & {
  readonly buttons: readonly (readonly WebButton[])[];
};

type Content = Pick<WebMessage, 'html' | 'buttons' | 'media'> & { readonly about?: readonly string[] };
export type NewWebMessage = Pick<WebMessage, 'from' | 'ref'> & Content;

const counters = collection(
  'web_chats',
  Type.Object({ _id: Type.String(), seq: Type.Integer(), order: Type.Integer() }),
);

/** Others that may be faster, one after another, before a change gives up. */
const RACES = 100;

type Step = Partial<Record<'seq' | 'order', 1>>;

async function count(ctx: StoreContext, chat: string, step: Step) {
  const start = { seq: 0, order: 0 };
  const absent = Object.fromEntries(Object.entries(start).filter(([name]) => !(name in step)));
  const upsert = () =>
    counters
      .on(ctx.db)
      .findOneAndUpdate(
        { _id: chat },
        { $inc: step, ...(Object.keys(absent).length > 0 && { $setOnInsert: absent }) },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
  // Two first messages at once: one of the upserts finds the other's document on its second try.
  const found = await upsert().catch((error: unknown) => {
    if (isDuplicate(error)) return upsert();
    throw error;
  });
  return found ?? { _id: chat, ...start };
}

/** The next place in a chat's order of arrival. */
export const nextOrder = async (ctx: StoreContext, chat: string): Promise<number> =>
  (await count(ctx, chat, { order: 1 })).order;

/**
 * Appends a message; one whose `ref` is known already stays as it is. A person's message takes its place on the page
 * and its place in the order of arrival at once, so that the two never differ.
 * @returns the message that stands there
 */
export async function appendMessage(
  ctx: StoreContext,
  chat: string,
  message: NewWebMessage,
): Promise<WebMessage> {
  const { ref, from, about = [] } = message;
  const twin = async () => (ref === null ? null : messageOfRef(ctx, chat, ref));
  const known = await twin();
  if (known) return known;
  const isOwn = from === 'person';
  const { seq, order } = await count(ctx, chat, { seq: 1, ...(isOwn && { order: 1 }) });
  const at = ctx.clock.now();
  return atNextRev(ctx, chat, async (rev) => {
    const place = { _id: `${chat}/${seq}`, chat, seq, rev, revs: [rev], order: isOwn ? order : null };
    const document = messages.check({ ...place, ...message, about: noted(about), at, removed: false });
    try {
      await messages.on(ctx.db).collection.insertOne(document as never);
      return asMessage(document);
    } catch (error) {
      const faster = isDuplicate(error) && (await twin());
      if (faster) return faster;
      throw error;
    }
  });
}

/** Does a change under the rev after the newest one; again, where another change has just taken that. */
async function atNextRev<T>(ctx: StoreContext, chat: string, act: (rev: number) => Promise<T>): Promise<T> {
  for (let race = 0; race < RACES; race += 1) {
    try {
      return await act((await latestRev(ctx, chat)) + 1);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  throw new AppError('contended', `${chat} changed ${RACES} times`);
}

/** The rev of a chat's newest change; 0 where there is none. Whatever changes later has a higher one. */
export async function latestRev(ctx: StoreContext, chat: string): Promise<number> {
  const newest = await messages.on(ctx.db).findOne({ chat }, { rev: 1 }).sort({ rev: -1 }).lean();
  return newest?.rev ?? 0;
}

/** Of whom it speaks stays as it was, where that is left out. @returns false for no such message, or a removed one */
export async function replaceMessage(
  ctx: StoreContext,
  chat: string,
  seq: number,
  message: Content,
): Promise<boolean> {
  const { about, ...shown } = message;
  return alter(ctx, chat, seq, { ...shown, ...(about && { about: noted(about) }) });
}

/** Removes what a message said for good; that there was one stays visible. */
export async function removeMessage(ctx: StoreContext, chat: string, seq: number): Promise<boolean> {
  return alter(ctx, chat, seq, { html: '', buttons: [], media: [], about: noted([]), removed: true });
}

async function alter(ctx: StoreContext, chat: string, seq: number, set: object): Promise<boolean> {
  if (!Number.isSafeInteger(seq)) return false;
  return atNextRev(ctx, chat, async (rev) => {
    const outcome = await messages
      .on(ctx.db)
      .updateOne({ _id: `${chat}/${seq}`, removed: false }, { $set: { ...set, rev }, $push: { revs: rev } });
    return outcome.matchedCount === 1;
  });
}

async function messageOfRef(ctx: StoreContext, chat: string, ref: string): Promise<WebMessage | null> {
  const found = await messages.on(ctx.db).findOne({ chat, ref }).lean();
  return found && asMessage(found as Stored);
}

/**
 * What changed in a chat after a rev, oldest change first, each message in its newest form. A message that changes
 * once more meanwhile may be left out: it then comes next time.
 * @returns the changes, and the rev up to which they are all of them
 */
export async function changesSince(
  ctx: StoreContext,
  chat: string,
  after: number,
): Promise<{ readonly messages: readonly WebMessage[]; readonly rev: number }> {
  const rev = await latestRev(ctx, chat);
  if (rev <= after) return { messages: [], rev: after };
  const found = await messages
    .on(ctx.db)
    .find({ chat, rev: trusted({ $gt: after, $lte: rev }) })
    .sort({ rev: 1 })
    .lean();
  return { messages: found.map((each) => asMessage(each as Stored)), rev };
}

/** The newest messages of a chat (before `before`, where given), oldest first. */
export async function latestMessages(
  ctx: StoreContext,
  chat: string,
  limit: number,
  before?: number,
): Promise<readonly WebMessage[]> {
  const found = await messages
    .on(ctx.db)
    .find({ chat, ...(before !== undefined && { seq: trusted({ $lt: before }) }) })
    .sort({ seq: -1 })
    .limit(limit)
    .lean();
  return found.reverse().map((each) => asMessage(each as Stored));
}

/** A file's name and kind as one of these chats shows it; null where none of them does. */
export async function shownMedia(
  ctx: StoreContext,
  chats: readonly string[],
  id: string,
): Promise<WebMedia | null> {
  const found = await messages
    .on(ctx.db)
    .findOne({ chat: trusted({ $in: [...chats] }), 'media.id': id })
    .lean();
  return found?.media.find((each) => each.id === id) ?? null;
}

/** Which of these chats anything was ever said in. */
export async function begunChats(ctx: StoreContext, chats: readonly string[]): Promise<readonly string[]> {
  const found = await counters
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...chats] }) }, { _id: 1 })
    .lean();
  return found.map((each) => each._id);
}

const asMessage = (stored: Stored): WebMessage => stored as WebMessage;
