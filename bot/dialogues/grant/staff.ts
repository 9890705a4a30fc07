// What the grant programme brings to the staff desk: the grantor agrees plans and decides on evidence here.
import type { DeskPart } from '../desk-part.ts';
import { impact } from './impact.ts';
import { activity, plan, results } from './plan.ts';
import { project } from './project.ts';
import { report, reports } from './reports.ts';
import { decisions } from './staff/decisions.ts';
import { introduction, menu } from './staff/menu.ts';
import { late, projects } from './staff/projects.ts';
import { team } from './team.ts';

export const part: DeskPart = {
  dialogues: [...decisions, projects, late, project, plan, activity, results, impact, team, reports, report],
  introduction,
  menu,
  help: 'grant-staff:help',
};
