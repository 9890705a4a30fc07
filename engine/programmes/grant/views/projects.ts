// The projects that an actor may see: the team its own, a chief manager those assigned and those that nobody has taken, the others who
// sign at the grantor's and operators all.
import { trusted } from 'mongoose';
import { type Actor, holds, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { folded } from '../../../kernel/names.ts';
import { containing, type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { grantorRoles, teamRoles } from '../roles.ts';
import { type GrantProject, grantProjects } from '../store.ts';

const seesAll = (actor: Actor): boolean =>
  (['grant-director', 'grant-deputy-chair', 'grant-chair', 'operator'] as const).some((role) =>
    holds(actor, role, 'all'),
  );

/** Ids of the projects in whose team the actor is. */
export const ownProjects = (actor: Actor): readonly string[] => [
  ...new Set(
    teamRoles
      .flatMap((role) => scopesOf(actor, role))
      .flatMap((scope) => /^project:(.+)$/.exec(scope)?.[1] ?? []),
  ),
];

/** @throws AppError `forbidden` for whoever has nothing to do with grants */
export function refuseStrangers(actor: Actor): void {
  const known = [...teamRoles, ...grantorRoles];
  if (
    !holds(actor, 'operator', 'all') &&
    !actor.grants.some(({ role }) => known.some((each) => each === role))
  )
    throw new AppError('forbidden', `${actor.id} has no part in grants`);
}

export function seenBy(actor: Actor): Readonly<Record<string, unknown>> {
  if (seesAll(actor)) return {};
  const own = { _id: trusted({ $in: [...ownProjects(actor)] }) };
  const assigned = { manager: trusted({ $in: [actor.id, null] }) };
  return holds(actor, 'grant-chief-manager', 'all') ? { $or: [own, assigned] } : own;
}

/** The newest first. */
export const projectsSeenBy = (
  ctx: EngineContext,
  actor: Actor,
  { q }: { readonly q?: string },
  page: PageRequest,
): Promise<Page<GrantProject>> => {
  const named = q === undefined ? {} : { searchTheme: containing(folded(q)) };
  return pageOf(
    ctx,
    grantProjects,
    { ...seenBy(actor), ...named },
    { by: 'createdAt', of: 'instant', newestFirst: true },
    page,
  );
};
