// How a person is reached at a desk, and how a chat is known to belong to someone.
import { trusted } from 'mongoose';
import type { Actor } from '../kernel/actor.ts';
import type { Desk } from '../kernel/chat.ts';
import { MINUTE } from '../kernel/clock.ts';
import type { Language } from '../kernel/languages.ts';
import type { StoreContext } from '../store/context.ts';
import { type Person, people } from './store.ts';

export interface Reach {
  readonly chat: string;
  readonly language: Language;
}

/** The chat that a person used last at a desk; null when there is none that takes messages. */
export async function reachOf(ctx: StoreContext, personId: string, desk: Desk): Promise<Reach | null> {
  // Read for every message that is sent: straight from the driver.
  const found = { projection: { chats: 1, language: 1 } } as const;
  const person = await people.raw(ctx.db).findOne({ _id: { $eq: personId } }, found);
  const chat = person?.chats
    .filter((each) => each.desk === desk && each.reachable)
    .reduce<Person['chats'][number] | null>(
      (newest, each) => (newest && newest.usedAt > each.usedAt ? newest : each),
      null,
    );
  return person && chat ? { chat: chat.key, language: person.language } : null;
}

/** Who writes in a chat; null for a newcomer. */
export async function personOfChat(ctx: StoreContext, chat: string): Promise<Person | null> {
  // Read at every turn of every chat: straight from the driver.
  const read = () => people.raw(ctx.db).findOne({ 'chats.key': { $eq: chat } });
  return (await read()) ?? (await takerOf(ctx, chat)) ?? read();
}

/** Whose a chat is that was closed for its own account and has not arrived yet at the one that it was merged to. */
async function takerOf(ctx: StoreContext, chat: string): Promise<Person | null> {
  const stub = await people.raw(ctx.db).findOne({ 'merged.chats.key': { $eq: chat } });
  return stub?.merged ? people.raw(ctx.db).findOne({ _id: { $eq: stub.merged.to } }) : null;
}

/** Stubs of the accounts that were merged to a person's. */
export async function stubsOf(ctx: StoreContext, personId: string): Promise<readonly string[]> {
  const found = await people.on(ctx.db).find({ 'merged.to': personId }, { _id: 1 }).lean();
  return found.map(({ _id }) => _id);
}

/** Everyone who holds a role in a scope (or in all scopes). */
export async function holdersOf(ctx: StoreContext, role: string, scope: string): Promise<readonly string[]> {
  const grants = trusted({ $elemMatch: { role, scope: { $in: [scope, 'all'] } } });
  const found = await people
    .on(ctx.db)
    .find({ grants } as never, { _id: 1 })
    .lean();
  return found.map((each) => each._id);
}

/** A person's telephone; null when they gave none. Only for those who work with them. */
export async function phoneOf(ctx: StoreContext, personId: string): Promise<string | null> {
  return (await people.on(ctx.db).findById(personId, { phone: 1 }).lean())?.phone ?? null;
}

/** Notes that a chat takes messages again, or no longer does. */
export async function markReachable(ctx: StoreContext, chat: string, reachable: boolean): Promise<void> {
  await people.on(ctx.db).updateOne({ 'chats.key': chat }, { $set: { 'chats.$.reachable': reachable } });
}

/**
 * Whether nothing need be noted when a chat is used now: it was used within a minute, takes messages, and is the newest
 * of its desk.
 */
export function isInUse({ chats }: Person, key: string, now: Date): boolean {
  const here = chats.find((each) => each.key === key);
  if (!here?.reachable || now.getTime() - here.usedAt.getTime() > MINUTE) return false;
  return chats.every((each) => each === here || each.desk !== here.desk || each.usedAt < here.usedAt);
}

/** Notes that a chat was used now: later notices of its desk go there. */
export async function markUsed(ctx: StoreContext, chat: string): Promise<void> {
  const fields = { 'chats.$.usedAt': ctx.clock.now(), 'chats.$.reachable': true };
  await people.on(ctx.db).updateOne({ 'chats.key': chat }, { $set: fields });
}

export const actorOf = (person: Person): Actor => ({ kind: 'person', id: person._id, grants: person.grants });

/** A person's name; empty for nobody known. */
export async function nameOf(ctx: StoreContext, personId: string): Promise<string> {
  return (await people.on(ctx.db).findById(personId, { name: 1 }).lean())?.name ?? '';
}
