// The person who registered the number answers another account's request: once, in time, and only their own. What
// follows from a yes is carried out by engine/programmes/account-merge.ts.
import { type Command, systemActor } from '../kernel/actor.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { mergeAccepted, merged, mergeExpired, mergeRefused, mergeStuck } from './events.ts';
import { isOpen, type Merge, recentMerges } from './merge-request.ts';
import { type Person, people } from './store.ts';

/** The person's requests with one of them in another state. */
const withMerge = (person: Person, now: Date, id: string, fields: Partial<Merge>): Merge[] =>
  recentMerges(person, now).map((each) => (each.id === id ? { ...each, ...fields } : each));

export const mergeOf = (person: Pick<Person, 'merges'> | null, id: string): Merge | undefined =>
  person?.merges?.find((each) => each.id === id);

/** @param answer for one of the actor's own requests. @returns its id */
export function answerMerge(
  ctx: StoreContext,
  command: Command,
  { merge: id, accept }: { readonly merge: string; readonly accept: boolean },
): Promise<Result<string>> {
  const me = command.actor.id;
  return change(ctx, people, me, command, (person) => {
    const now = ctx.clock.now();
    const merge = mergeOf(person, id);
    if (!merge) return refused('common.merge-over');
    if (merge.state !== 'asked' && merge.state !== 'expired') return refused('common.already-decided');
    if (!isOpen(merge, now)) return refused('common.merge-over');
    if (person.erasure) return refused('common.being-erased');
    const state = accept ? 'accepted' : 'refused';
    return ok({
      action: `merge ${state}`,
      set: { merges: withMerge(person, now, id, { state }) },
      events: [(accept ? mergeAccepted : mergeRefused)({ person: me, asker: merge.asker, merge: id })],
      result: id,
    });
  });
}

const endings = { merged, stuck: mergeStuck, expired: mergeExpired };

/** Ends a request that was accepted (merged, stuck), or that nobody answered (expired). A repeat changes nothing. */
export async function endMerge(
  ctx: StoreContext,
  personId: string,
  id: string,
  state: keyof typeof endings,
): Promise<void> {
  const command: Command = { id: `merge/${id}/${state}`, actor: systemActor };
  await change(ctx, people, personId, command, (person) => {
    const now = ctx.clock.now();
    const merge = mergeOf(person, id);
    if (merge?.state !== (state === 'expired' ? 'asked' : 'accepted')) return refused('common.already-done');
    return ok({
      action: `merge ${state}`,
      set: { merges: withMerge(person, now, id, { state }) },
      events: [endings[state]({ person: personId, asker: merge.asker, merge: id })],
      result: null,
    });
  });
}
