// The two documents of a merge: the asking account is closed first, then the person takes its chats. In between the
// chats stand in the closed account's stub and count as the taker's (see reach.ts); each step is idempotent.
import { type Command, type Role, systemActor } from '../kernel/actor.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { blank } from './erase.ts';
import { mergeOf } from './merge-answer.ts';
import { type Person, people } from './store.ts';

const by = (merge: string, what: string): Command => ({ id: `merge/${merge}/${what}`, actor: systemActor });

/** A role that others gave, and nobody takes by themselves. */
export type IsGiven = (role: Role) => boolean;

/** Roles that other people gave, a guardian's consent, a number of one's own: such an account is no mere double. */
const hasOwn = ({ grants, iinHash, guardian, erasure }: Person, isGiven: IsGiven): boolean =>
  grants.some(({ role }) => isGiven(role)) || iinHash !== null || !!guardian || !!erasure;

/** Empties the asking account for ever. Refused where it is more than a double. */
export function closeAccount(
  ctx: StoreContext,
  merge: string,
  { asker, to, isGiven }: { readonly asker: string; readonly to: string; readonly isGiven: IsGiven },
): Promise<Result<null>> {
  return change(ctx, people, asker, by(merge, 'close'), (person) => {
    if (person.merged?.to === to) return ok({ action: 'account closed again', set: {}, result: null });
    if (person.merged || hasOwn(person, isGiven)) return refused('common.not-allowed');
    return ok({
      action: 'account closed',
      set: {
        ...blank,
        chats: [],
        grants: [],
        consents: [],
        merged: { to, at: ctx.clock.now(), chats: person.chats },
      },
      result: null,
      details: { joinedTo: to, chats: person.chats.length },
    });
  });
}

/** The person takes the chats of the closed account, while the request is accepted. */
export async function takeChats(ctx: StoreContext, merge: string, to: string, asker: string): Promise<void> {
  const merged = (await people.on(ctx.db).findById(asker).lean())?.merged;
  const chats = merged?.to === to ? merged.chats : [];
  await change(ctx, people, to, by(merge, 'take'), (person) => {
    const isOpen = mergeOf(person, merge)?.state === 'accepted';
    const fresh = chats.filter(({ key }) => !person.chats.some((each) => each.key === key));
    if (!isOpen || fresh.length === 0) return refused('common.already-done');
    const brought = chats.map(({ key }) => key);
    const merges = (person.merges ?? []).map((each) =>
      each.id === merge ? { ...each, chats: brought } : each,
    );
    return ok({
      action: 'chats taken over',
      set: { chats: [...person.chats, ...fresh], merges },
      result: null,
    });
  });
}

/** The last trace of the chats in the closed account's stub. */
export async function releaseChats(ctx: StoreContext, merge: string, asker: string): Promise<void> {
  await change(ctx, people, asker, by(merge, 'release'), ({ merged }) => {
    if (!merged || merged.chats.length === 0) return refused('common.already-done');
    return ok({ action: 'chats handed over', set: { merged: { ...merged, chats: [] } }, result: null });
  });
}

/** True for somebody who is the guardian of another: consents stand on that account. */
export const hasWards = async (ctx: StoreContext, personId: string): Promise<boolean> =>
  (await people.on(ctx.db).exists({ 'guardian.person': personId })) !== null;
