// Who may act for a college, for a region and for the republic. Whoever is not named here may nothing.
import { type Actor, holds } from '../../kernel/actor.ts';

export const collegeScope = (id: string): string => `college:${id}`;
export const regionScope = (code: string): string => `region:${code}`;

/** The college's responsible person. */
export const actsForCollege = (actor: Actor, college: string): boolean =>
  holds(actor, 'college-officer', collegeScope(college));

/** The region's education department. */
export const actsForRegion = (actor: Actor, region: string): boolean =>
  holds(actor, 'education-department', regionScope(region));

/** The Holding, at which the republican stage is run. */
export const actsForRepublic = (actor: Actor): boolean => holds(actor, 'holding', 'all');

/** Of everything, or of this programme. */
export const isOperator = (actor: Actor): boolean => holds(actor, 'operator', 'programme:contest');
