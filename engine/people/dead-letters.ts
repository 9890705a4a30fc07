// Updates that could not be handled however often they were tried: operators see that there are any and whose, never what
// was written, and have them handled anew when what was at fault is fixed.
import { trusted } from 'mongoose';
import { type Actor, type Command, holds } from '../kernel/actor.ts';
import { DAY, systemClock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { chats } from '../store/chats.ts';
import type { StoreContext } from '../store/context.ts';
import { type InboxEntry, inboxEntries } from '../store/inbox.ts';
import { mapPage, type Page, type PageRequest, pageOf } from '../store/page.ts';
import { noteOnPerson } from './note.ts';
import { people } from './store.ts';

export interface DeadLetterSearch {
  readonly desk?: string;
  readonly channel?: string;
}

export interface DeadLetter
  extends Pick<InboxEntry, 'desk' | 'channel' | 'attempts' | 'receivedAt' | 'endedAt'> {
  /** What its person was told. */
  readonly reference: string;
  readonly input: string;
  /** Null for a newcomer. */
  readonly person: string | null;
  /** What was written has been removed. */
  readonly blanked: boolean;
}

/** Handled updates are kept longer than that (engine/jobs/purge.ts). */
const HANDLED_KEPT = 6 * DAY;

/** Of erased people nothing is left to show. */
const DEAD = { state: 'dead', reference: trusted({ $ne: null }) } as const;

/** The last to die first. @throws AppError `forbidden` for anyone but an operator */
export async function deadLettersSeenBy(
  ctx: StoreContext,
  actor: Actor,
  search: DeadLetterSearch,
  page: PageRequest,
): Promise<Page<DeadLetter>> {
  refuseOthers(actor);
  // The ids of entries may name chats, which are somebody's accounts.
  const order = { by: 'endedAt', of: 'instant', newestFirst: true, tie: 'reference' } as const;
  const found = await pageOf(ctx, inboxEntries, { ...search, ...DEAD }, order, page);
  const persons = await personsOf(
    ctx,
    found.items.map(({ chat }) => chat),
  );
  return mapPage(found, (entry) => ({
    ...entry,
    reference: entry.reference ?? '',
    input: inputOf(entry),
    person: persons.get(entry.chat) ?? null,
    blanked: entry.blanked ?? false,
  }));
}

/**
 * Has a dead letter handled anew: it waits in its place in the chat, before what came later, with its tries counted from
 * nothing.
 * @returns the reference
 * @throws AppError `forbidden` for anyone but an operator, `not-found`
 */
export async function retryDeadLetter(
  ctx: StoreContext,
  command: Command,
  reference: string,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  const entry = await inboxEntries.raw(ctx.db).findOne({ reference: { $eq: reference } });
  if (!entry) throw new AppError('not-found', `no update failed under ${reference}`);
  const refusal = await refusalOf(ctx, entry);
  if (refusal) return refused(refusal);
  const person = (await personsOf(ctx, [entry.chat])).get(entry.chat);
  if (person !== undefined) {
    const noted = await noteOnPerson(ctx, command, person, 'update retried', { update: reference });
    if (!noted.ok) return noted;
  }
  const anew = { state: 'waiting' as const, attempts: 0, endedAt: null };
  await inboxEntries.raw(ctx.db).updateOne({ _id: entry._id, state: 'dead' }, { $set: anew });
  return ok(reference);
}

async function refusalOf(ctx: StoreContext, entry: InboxEntry): Promise<string | null> {
  if (entry.state !== 'dead') return 'common.already-done';
  if (entry.blanked) return 'common.words-gone';
  // A button says itself what it answers; words answer whatever is asked when they are handled.
  return inputOf(entry) !== 'tap' && (await isOvertaken(ctx, entry)) ? 'common.chat-moved-on' : null;
}

/** True when something that came later was handled in the chat. */
async function isOvertaken(ctx: StoreContext, { desk, channel, chat, order, receivedAt }: InboxEntry) {
  const { session } = (await chats.raw(ctx.db).findOne({ _id: { $eq: chat } })) ?? {};
  const { lastUpdate } = (session ?? {}) as { readonly lastUpdate?: string | null };
  if (!lastUpdate) return false;
  const last = await inboxEntries.raw(ctx.db).findOne({ _id: { $eq: `${desk}.${channel}/${lastUpdate}` } });
  if (last) return last.order > order;
  // The last one is no longer kept, so it is old: what is as old itself may have come before it.
  return receivedAt.getTime() < systemClock.now().getTime() - HANDLED_KEPT;
}

async function personsOf(ctx: StoreContext, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await people
    .raw(ctx.db)
    .find({ 'chats.key': { $in: [...keys] } }, { projection: { 'chats.key': 1 } })
    .toArray();
  return new Map(found.flatMap(({ _id, chats: theirs }) => theirs.map(({ key }) => [key, _id] as const)));
}

const inputOf = ({ update }: InboxEntry): string =>
  String((update as { readonly input?: { readonly kind?: unknown } }).input?.kind ?? '');

function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'dead updates are for operators');
}
