// Who may do what in a project. The team sees its own project; a chief manager those assigned and those that nobody has taken yet; the
// others who sign at the grantor's see all. Nobody decides on what their own side sent.
import { type Actor, holds } from '../../kernel/actor.ts';
import { type Refused, refused } from '../../kernel/result.ts';
import { isCountedByFile, publicityUnits, type Unit } from './plan/units.ts';
import { projectScope, type TeamRole, teamRoles } from './roles.ts';
import type { GrantProject } from './store.ts';

type Owned = Pick<GrantProject, '_id' | 'manager'>;

export const isTeam = (actor: Actor, project: string, ...roles: readonly TeamRole[]): boolean =>
  (roles.length > 0 ? roles : teamRoles).some((role) => holds(actor, role, projectScope(project)));

/** The chief manager whose project it is. */
export const isManager = (actor: Actor, { manager }: Pick<Owned, 'manager'>): boolean =>
  manager === actor.id && holds(actor, 'grant-chief-manager', 'all');

const signers = ['grant-director', 'grant-deputy-chair', 'grant-chair'] as const;

export const isGrantor = (actor: Actor, { manager }: Pick<Owned, 'manager'>): boolean =>
  signers.some((role) => holds(actor, role, 'all')) ||
  (holds(actor, 'grant-chief-manager', 'all') && (manager === null || manager === actor.id));

export const maySee = (actor: Actor, project: Owned): boolean =>
  isTeam(actor, project._id) || isGrantor(actor, project) || holds(actor, 'operator', 'all');

/** Names and contacts of block II: for the team and the grantor, and nobody else. */
export const seesContacts = (actor: Actor, project: Owned): boolean =>
  isTeam(actor, project._id) || isGrantor(actor, project);

/** A refusal for whoever holds none of these roles in the project. */
export const refuseOthers = (actor: Actor, project: string, ...roles: readonly TeamRole[]): Refused | null =>
  isTeam(actor, project, ...roles) ? null : refused('common.not-allowed');

/** What the specialist for public relations sends: publicity, and the pictures of it. */
const isPublicity = (unit: Unit): boolean => publicityUnits.includes(unit) || isCountedByFile(unit);

/** Evidence for events comes from lead and manager, publicity from the specialist; accountant and president send none. */
export const maySend = (actor: Actor, project: string, unit: Unit): boolean =>
  isTeam(actor, project, 'grant-lead', 'grant-manager') ||
  (isTeam(actor, project, 'grant-pr') && isPublicity(unit));

/** Only the manager to whom the project is assigned, and nobody of its team. */
export const mayDecide = (actor: Actor, project: Owned): boolean =>
  isManager(actor, project) && !isTeam(actor, project._id);
