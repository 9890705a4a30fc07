// What is to be said of the plan that a project's lead is writing.
import type { GrantProject } from '../../store.ts';
import type { Plan } from '../shape.ts';
import type { Finding } from './finding.ts';
import { warningsIn } from './finding.ts';
import { findingsOf } from './findings.ts';
import { generalFindings } from './general-lines.ts';

/** Faults first. */
export const draftFindings = ({ draft }: Pick<GrantProject, 'draft'>): readonly Finding[] =>
  [...findingsOf(draft)].sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0));

export const warningsOfGeneral = (general: Plan['general']): readonly Finding[] =>
  warningsIn(generalFindings(general));
