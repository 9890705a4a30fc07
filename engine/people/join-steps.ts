// The two documents of a joining: the asking account is closed first, then the person takes its chats. In between the
// chats stand in the closed account's stub and count as the taker's (see reach.ts); each step bears a repeat.
import { type Command, systemActor } from '../kernel/actor.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { blank } from './erase.ts';
import { joinOf } from './join-answering.ts';
import { type Person, people } from './store.ts';

const by = (join: string, what: string): Command => ({ id: `join/${join}/${what}`, actor: systemActor });

/** Roles that other people gave, a guardian's consent, a number of one's own: such an account is no mere double. */
const hasOwn = ({ grants, iinHash, guardian, erasure }: Person): boolean =>
  grants.some(({ role }) => role !== 'student') || iinHash !== null || !!guardian || !!erasure;

/** Empties the asking account for ever. Refused where it is more than a double. */
export function closeAccount(
  ctx: StoreContext,
  join: string,
  { asker, to }: { readonly asker: string; readonly to: string },
): Promise<Result<null>> {
  return change(ctx, people, asker, by(join, 'close'), (person) => {
    if (person.joined?.to === to) return ok({ action: 'account closed again', set: {}, result: null });
    if (person.joined || hasOwn(person)) return refused('common.not-allowed');
    return ok({
      action: 'account closed',
      set: {
        ...blank,
        chats: [],
        grants: [],
        consents: [],
        joined: { to, at: ctx.clock.now(), chats: person.chats },
      },
      result: null,
      details: { joinedTo: to, chats: person.chats.length },
    });
  });
}

/** The person takes the chats of the closed account, while the request is accepted. */
export async function takeChats(ctx: StoreContext, join: string, to: string, asker: string): Promise<void> {
  const joined = (await people.on(ctx.db).findById(asker).lean())?.joined;
  const chats = joined?.to === to ? joined.chats : [];
  await change(ctx, people, to, by(join, 'take'), (person) => {
    const isOpen = joinOf(person, join)?.state === 'accepted';
    const fresh = chats.filter(({ key }) => !person.chats.some((each) => each.key === key));
    if (!isOpen || fresh.length === 0) return refused('common.already-done');
    const brought = chats.map(({ key }) => key);
    const joins = (person.joins ?? []).map((each) => (each.id === join ? { ...each, chats: brought } : each));
    return ok({
      action: 'chats taken over',
      set: { chats: [...person.chats, ...fresh], joins },
      result: null,
    });
  });
}

/** The last trace of the chats in the closed account's stub. */
export async function releaseChats(ctx: StoreContext, join: string, asker: string): Promise<void> {
  await change(ctx, people, asker, by(join, 'release'), ({ joined }) => {
    if (!joined || joined.chats.length === 0) return refused('common.already-done');
    return ok({ action: 'chats handed over', set: { joined: { ...joined, chats: [] } }, result: null });
  });
}

/** True for somebody who is the guardian of another: consents stand on that account. */
export const hasWards = async (ctx: StoreContext, personId: string): Promise<boolean> =>
  (await people.on(ctx.db).exists({ 'guardian.person': personId })) !== null;
