// Everything that is to be said of a plan before it is sent, in the order of the annex.
import type { Plan } from '../shape.ts';
import { consistencyFindings } from './consistency.ts';
import type { Finding } from './finding.ts';
import { generalFindings } from './general-lines.ts';
import { idFindings } from './ids.ts';
import { planFindings } from './plan-lines.ts';
import { teamFindings } from './team-lists.ts';

export const findingsOf = (plan: Plan): readonly Finding[] => [
  ...generalFindings(plan.general),
  ...teamFindings(plan.team),
  ...planFindings(plan),
  ...idFindings(plan),
  ...consistencyFindings(plan),
];
