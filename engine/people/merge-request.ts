// Another account gave a number that is registered. That proves nothing: whoever registered it is asked, in their own
// chat; an electronic signature with that number is the only proof that needs no asking. Called by the secure forms.
import type { Command } from '../kernel/actor.ts';
import { chatAddress } from '../kernel/chat.ts';
import { DAY, MINUTE } from '../kernel/clock.ts';
import { derivedId } from '../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { EventOf } from '../store/event.ts';
import { identityGiven, mergeAccepted, mergeAsked, mergeNotAsked, mergeRequested } from './events.ts';
import type { Link } from './links.ts';
import { type Person, people } from './store.ts';

/** Requests a day, of one account and to one person. */
const MOST_A_DAY = 3;
/** A form that was sent twice asks once. */
const SAME_WISH = MINUTE;

export type Merge = NonNullable<Person['merges']>[number];

const bearerOf = (ctx: StoreContext, iinHash: string): Promise<Person | null> =>
  people.on(ctx.db).findOne({ iinHash }).lean();

const since = (now: Date, age: number): Date => new Date(now.getTime() - age);

/** Open to an answer. */
export const isOpen = (merge: Merge, now: Date): boolean => merge.state === 'asked' && merge.expiresAt > now;

/** @returns what the form answers; it is the same whoever the other person is */
export async function requestMerge(
  ctx: StoreContext,
  link: Pick<Link, '_id'>,
  askerId: string,
  iinHash: string,
): Promise<Refused> {
  const [target, asker] = [await bearerOf(ctx, iinHash), await people.on(ctx.db).findById(askerId).lean()];
  if (!target || !asker) return refused('common.iin-taken');
  const now = ctx.clock.now();
  if (target.merges?.some((each) => each.asker === askerId && isOpen(each, now)))
    return refused('common.merge-requested');
  // By the version that was read: a form that is sent twice at once is one wish, the next try is another.
  const command: Command = {
    id: `merge-ask:${link._id}:${asker.v}`,
    actor: { kind: 'person', id: askerId, grants: [] },
  };
  const asked = await change(ctx, people, askerId, command, (person) => wishOf(person, target._id, now));
  return asked.ok ? refused('common.merge-requested') : asked;
}

function wishOf(person: Person, to: string, now: Date) {
  if (person.merged) return refused('common.link-used');
  if (person.erasure) return refused('common.being-erased');
  if (person.iinHash !== null) return refused('common.iin-fixed');
  const asks = (person.joinAsks ?? []).filter(({ at }) => at > since(now, DAY));
  const isRepeat = asks.some((each) => each.to === to && each.at > since(now, SAME_WISH));
  if (!isRepeat && asks.length >= MOST_A_DAY) return refused('common.merge-limit');
  const data = { person: person._id, to };
  return ok({
    action: 'merge asked',
    set: isRepeat ? {} : { joinAsks: [...asks, { to, at: now }] },
    events: isRepeat ? [] : [mergeAsked(data)],
    result: null,
  });
}

/** Carries a request to the person who is asked. Whoever is asked too often, is not asked: the asker hears it. */
export async function noteRequest(ctx: StoreContext, event: EventOf<typeof mergeAsked>): Promise<void> {
  const { person: askerId, to } = event.data;
  const id = derivedId(event.id);
  const asker = await people.on(ctx.db).findById(askerId).lean();
  if (!asker || asker.merged || asker.erasure) return;
  const command: Command = { id: `merge-request/${id}`, actor: { kind: 'person', id: askerId, grants: [] } };
  await change(ctx, people, to, command, (target) => {
    const now = ctx.clock.now();
    const recent = recentMerges(target, now);
    const isAsked = recent.some((each) => each.asker === askerId && isOpen(each, now));
    const mayAsk = !target.erasure && !target.merged && recent.filter(asked).length < MOST_A_DAY;
    const merge = newMerge(asker, { id, now, by: 'owner' });
    const announced = mayAsk ? mergeRequested : mergeNotAsked;
    return ok({
      action: mayAsk ? 'merge requested' : 'merge not requested',
      set: mayAsk && !isAsked ? { merges: [...recent, merge] } : {},
      events: isAsked ? [] : [announced({ person: to, asker: askerId, merge: id })],
      result: null,
    });
  });
}

const asked = ({ by }: Merge): boolean => by === 'owner';

/** Those of the last day, and whatever is not over. */
export const recentMerges = (person: Person, now: Date): readonly Merge[] =>
  (person.merges ?? []).filter(
    ({ askedAt, state }) => askedAt > since(now, DAY) || state === 'asked' || state === 'accepted',
  );

function newMerge(asker: Person, { id, now, by }: Pick<Merge, 'id' | 'by'> & { readonly now: Date }): Merge {
  const newest = [...asker.chats].sort((one, other) => other.usedAt.getTime() - one.usedAt.getTime())[0];
  const channel = newest ? chatAddress(newest.key).channel : 'web';
  const expiresAt = new Date(now.getTime() + DAY);
  const state = by === 'signature' ? 'accepted' : 'asked';
  return { id, asker: asker._id, channel, askedAt: now, expiresAt, by, state, chats: [] };
}

/** What the form kept, had the number been free. */
export type Proven = Required<Pick<Person, 'sealedIban' | 'ibanTail' | 'iinHash'>> &
  Pick<Person, 'iinConfirmed'>;

/** The certificate's owner is the person who holds the number: what they signed for is kept there. @returns the person */
export async function mergeBySignature(
  ctx: StoreContext,
  link: Pick<Link, '_id'>,
  askerId: string,
  { iinHash, ...set }: Proven,
): Promise<Result<string>> {
  const target = iinHash === null ? null : await bearerOf(ctx, iinHash);
  const asker = await people.on(ctx.db).findById(askerId).lean();
  if (!target || !asker || asker.merged) return refused('common.iin-taken');
  const id = derivedId(`merge by signature ${link._id}`);
  const command: Command = { id: `merge-signed/${id}`, actor: { kind: 'person', id: askerId, grants: [] } };
  return change(ctx, people, target._id, command, (person) => {
    if (person.erasure) return refused('common.being-erased');
    if (person.iinHash !== iinHash) return refused('common.iin-taken');
    const now = ctx.clock.now();
    const others = recentMerges(person, now).filter((each) => each.asker !== askerId || !isOpen(each, now));
    const data = { person: person._id, asker: askerId, merge: id };
    return ok({
      action: 'merge proven by signature',
      set: { ...set, merges: [...others, newMerge(asker, { id, now, by: 'signature' })] },
      events: [mergeAccepted(data), identityGiven({ person: person._id, doubt: 'none' })],
      result: person._id,
      details: { certificate: set.iinConfirmed?.serial ?? null },
    });
  });
}
