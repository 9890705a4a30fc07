// Who may act for a college, for a region and for the republic. Whoever is not named here may nothing.
import type { Actor } from '../../kernel/actor.ts';
import type { ContestRole } from './roles.ts';

export const collegeScope = (id: string): string => `college:${id}`;
export const regionScope = (code: string): string => `region:${code}`;

const has = (actor: Actor, role: ContestRole | 'operator', scope: string): boolean =>
  actor.grants.some(
    (grant) => (grant.role as string) === role && (grant.scope === scope || grant.scope === 'all'),
  );

/** The scopes in which an actor holds a role of the contest. */
export const contestScopes = (actor: Actor, role: ContestRole): readonly string[] =>
  actor.grants.filter((grant) => (grant.role as string) === role).map(({ scope }) => scope);

/** The college's responsible person. */
export const actsForCollege = (actor: Actor, college: string): boolean =>
  has(actor, 'college-officer', collegeScope(college));

/** The region's education department. */
export const actsForRegion = (actor: Actor, region: string): boolean =>
  has(actor, 'education-department', regionScope(region));

/** The Holding, at which the republican stage is run. */
export const actsForRepublic = (actor: Actor): boolean => has(actor, 'holding', 'all');

export const isOperator = (actor: Actor): boolean => has(actor, 'operator', 'all');
