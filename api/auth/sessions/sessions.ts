// Console sessions of people: opened, found again by their token, listed and ended. They end by themselves after half an
// hour without a request, after twelve hours, and as soon as the person's roles are others.
import { createHash } from 'node:crypto';
import { trusted } from 'mongoose';
import { type ConsoleSession, consoleSessions } from '../../../engine/access/store.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { canonicalJson } from '../../../engine/kernel/canonical.ts';
import { HOUR, MINUTE } from '../../../engine/kernel/clock.ts';
import { newId, newSecret } from '../../../engine/kernel/ids.ts';
import { noteOnPerson } from '../../../engine/people/note.ts';
import { actorOf } from '../../../engine/people/reach.ts';
import { type Person, people } from '../../../engine/people/store.ts';
import type { StoreContext } from '../../../engine/store/context.ts';

const IDLE = 30 * MINUTE;
const LONGEST = 12 * HOUR;
/** That somebody is there is written down at most this often. */
const SEEN_EVERY = MINUTE;

export interface LiveSession {
  readonly session: ConsoleSession;
  readonly person: Person;
  readonly actor: Actor;
  /** Sent along with every change: another site's page cannot read it. */
  readonly csrfToken: string;
}

const hashOf = (value: string): string => createHash('sha256').update(value).digest('hex');
const rolesOf = ({ grants }: Pick<Person, 'grants'>): string => hashOf(canonicalJson(grants));

export const expiryOf = ({ openedAt, seenAt }: ConsoleSession): Date =>
  new Date(Math.min(openedAt.getTime() + LONGEST, seenAt.getTime() + IDLE));

/** Always under a fresh token. @returns it, for the cookie; null for somebody who is not there any more */
export async function openSession(
  ctx: StoreContext,
  personId: string,
  agent: string,
): Promise<string | null> {
  const person = await people.on(ctx.db).findById(personId).lean();
  if (!person) return null;
  const token = newSecret();
  const now = ctx.clock.now();
  const session = consoleSessions.check({
    _id: newId(),
    tokenHash: hashOf(token),
    person: personId,
    roles: rolesOf(person),
    agent: agent.slice(0, 200),
    openedAt: now,
    seenAt: now,
    endedAt: null,
  });
  await consoleSessions.on(ctx.db).collection.insertOne(session as never);
  await note(ctx, session, 'console session opened');
  return token;
}

/** Who is behind a token; null when the session is over. */
export async function sessionOf(ctx: StoreContext, token: string): Promise<LiveSession | null> {
  const session = await consoleSessions
    .on(ctx.db)
    .findOne({ tokenHash: hashOf(token), endedAt: null })
    .lean();
  const now = ctx.clock.now();
  if (!session || expiryOf(session) <= now) return null;
  const person = await people.on(ctx.db).findById(session.person).lean();
  if (!person || rolesOf(person) !== session.roles) {
    await endSession(ctx, session.person, session._id);
    return null;
  }
  if (now.getTime() - session.seenAt.getTime() >= SEEN_EVERY)
    await consoleSessions.on(ctx.db).updateOne({ _id: session._id }, { $set: { seenAt: now } });
  const csrfToken = ctx.sealer.hash(`csrf ${token}`);
  return { session: { ...session, seenAt: now }, person, actor: actorOf(person), csrfToken };
}

/** Those that are not over, newest first. */
export async function sessionsOf(ctx: StoreContext, personId: string): Promise<readonly ConsoleSession[]> {
  const now = ctx.clock.now();
  const since = trusted({ $gt: new Date(now.getTime() - LONGEST) });
  const found = await consoleSessions
    .on(ctx.db)
    .find({ person: personId, endedAt: null, openedAt: since } as never)
    .sort({ openedAt: -1, _id: 1 })
    .lean();
  return found.filter((each) => expiryOf(each) > now);
}

/** Ends one of a person's own sessions; once ended it stays as it is. @returns when; null for one that is not theirs */
export async function endSession(ctx: StoreContext, personId: string, id: string): Promise<Date | null> {
  const now = ctx.clock.now();
  const own = { _id: id, person: personId };
  const ended = await consoleSessions
    .on(ctx.db)
    .updateOne({ ...own, endedAt: null }, { $set: { endedAt: now } });
  const session = await consoleSessions.on(ctx.db).findOne(own).lean();
  if (session && ended.modifiedCount === 1) await note(ctx, session, 'console session ended');
  return session?.endedAt ?? null;
}

/** In the person's audit chain. Somebody who is gone has none. */
async function note(ctx: StoreContext, { _id, person }: ConsoleSession, action: string): Promise<void> {
  if (!(await people.on(ctx.db).exists({ _id: person }))) return;
  const command = { id: `${action}/${_id}`, actor: { kind: 'person', id: person, grants: [] } } as const;
  await noteOnPerson(ctx, command, person, action, { session: _id });
}
