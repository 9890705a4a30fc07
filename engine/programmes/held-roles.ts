// Who holds which role, for those who may take it away: by section, by name. Nobody takes a role from themselves here.
import { trusted } from 'mongoose';
import type { Actor, Grant } from '../kernel/actor.ts';
import { folded } from '../kernel/names.ts';
import { people } from '../people/store.ts';
import { containing } from '../store/page.ts';
import { mayGive, rolesToGive } from './giving-roles.ts';
import type { EngineContext } from './programme.ts';
import { type Section, sectionsOf } from './sections.ts';

export interface HeldRole {
  readonly person: string;
  readonly name: string;
  readonly grant: Grant;
}

/** More people are not read at once: one looks for a name. */
const MOST = 100;

/** The groups of roles of which the actor may take any. */
export function sectionsToTake(ctx: EngineContext, actor: Actor): readonly Section[] {
  const mine = new Set(rolesToGive(ctx, actor, 'staff').map(({ id }) => id));
  return sectionsOf(ctx).filter(({ roles }) => [...roles].some((each) => mine.has(each)));
}

/**
 * By name, each role of a person for itself.
 * @param typed part of a name; empty for everybody
 */
export async function heldRoles(
  ctx: EngineContext,
  actor: Actor,
  { roles }: Section,
  typed = '',
): Promise<readonly HeldRole[]> {
  const found = await people
    .on(ctx.db)
    .find(filterOf(roles, typed) as never, { name: 1, grants: 1 })
    .sort({ searchName: 1, _id: 1 })
    .limit(MOST)
    .lean();
  const all = found
    .filter(({ _id }) => _id !== actor.id)
    .flatMap(({ _id: person, name, grants }) =>
      grants
        .filter(({ role }) => roles.has(role))
        .map(({ role, scope }) => ({ person, name, grant: { role, scope } })),
    );
  const may = await Promise.all(all.map(({ grant }) => mayGive(ctx, actor, grant)));
  return all.filter((_, index) => may[index]);
}

const filterOf = (roles: Section['roles'], typed: string) => ({
  grants: trusted({ $elemMatch: { role: { $in: [...roles] } } }),
  ...(typed !== '' && { searchName: containing(folded(typed)) }),
});
