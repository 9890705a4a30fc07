// The roles that a person holds: given and taken by whoever may (programmes/invitations.ts), or with what they register.
import type { Command, Grant } from '../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { roleTaken } from './events.ts';
import { withGrants } from './register.ts';
import { people } from './store.ts';

/** Gives a role to a person who is known already. @param refusal why it may not stand beside what they hold */
export function addGrant(
  ctx: StoreContext,
  command: Command,
  personId: string,
  grant: Grant,
  refusal: (held: readonly Grant[]) => Refused | null = () => null,
): Promise<Result<Grant>> {
  return change(ctx, people, personId, command, (person) => {
    if (person.merged) return refused('common.just-merged');
    const held = refusal(person.grants);
    if (held) return held;
    return ok({
      action: 'role given',
      set: { grants: withGrants(person.grants, [grant]) },
      result: grant,
      details: grant,
    });
  });
}

/** Takes a role from a person; one that they do not hold is no change to their roles. */
export function takeGrant(
  ctx: StoreContext,
  command: Command,
  personId: string,
  grant: Grant,
): Promise<Result<Grant>> {
  return change(ctx, people, personId, command, ({ grants }) => {
    const left = grants.filter(({ role, scope }) => role !== grant.role || scope !== grant.scope);
    const isHeld = left.length < grants.length;
    return ok({
      action: 'role taken',
      set: { grants: left },
      events: [roleTaken({ person: personId, ...(isHeld && { grant }) })],
      result: grant,
      details: grant,
    });
  });
}
