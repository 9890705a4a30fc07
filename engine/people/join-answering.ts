// The person who registered the number answers another account's request: once, in time, and only their own. What
// follows from a yes is carried out by engine/programmes/joining.ts.
import { type Command, systemActor } from '../kernel/actor.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { joinAccepted, joinExpired, joined, joinRefused, joinStuck } from './events.ts';
import { isOpen, type Join, recentJoins } from './join-asking.ts';
import { type Person, people } from './store.ts';

/** The person's requests with one of them in another state. */
const withJoin = (person: Person, now: Date, id: string, fields: Partial<Join>): Join[] =>
  recentJoins(person, now).map((each) => (each.id === id ? { ...each, ...fields } : each));

export const joinOf = (person: Pick<Person, 'joins'> | null, id: string): Join | undefined =>
  person?.joins?.find((each) => each.id === id);

/** @param answer for one of the actor's own requests. @returns its id */
export function answerJoin(
  ctx: StoreContext,
  command: Command,
  { join: id, accept }: { readonly join: string; readonly accept: boolean },
): Promise<Result<string>> {
  const me = command.actor.id;
  return change(ctx, people, me, command, (person) => {
    const now = ctx.clock.now();
    const join = joinOf(person, id);
    if (!join) return refused('common.join-over');
    if (join.state !== 'asked' && join.state !== 'expired') return refused('common.already-decided');
    if (!isOpen(join, now)) return refused('common.join-over');
    if (person.erasure) return refused('common.being-erased');
    const state = accept ? 'accepted' : 'refused';
    return ok({
      action: `joining ${state}`,
      set: { joins: withJoin(person, now, id, { state }) },
      events: [(accept ? joinAccepted : joinRefused)({ person: me, asker: join.asker, join: id })],
      result: id,
    });
  });
}

const endings = { joined, stuck: joinStuck, expired: joinExpired };

/** Ends a request that was accepted (joined, stuck), or that nobody answered (expired). A repeat changes nothing. */
export async function endJoin(
  ctx: StoreContext,
  personId: string,
  id: string,
  state: keyof typeof endings,
): Promise<void> {
  const command: Command = { id: `join/${id}/${state}`, actor: systemActor };
  await change(ctx, people, personId, command, (person) => {
    const now = ctx.clock.now();
    const join = joinOf(person, id);
    if (join?.state !== (state === 'expired' ? 'asked' : 'accepted')) return refused('common.already-done');
    return ok({
      action: `joining ${state}`,
      set: { joins: withJoin(person, now, id, { state }) },
      events: [endings[state]({ person: personId, asker: join.asker, join: id })],
      result: null,
    });
  });
}
