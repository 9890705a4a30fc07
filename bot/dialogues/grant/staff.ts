// What the grant programme brings to the staff desk: the grantor agrees plans and decides on evidence here.
import type { DeskPart } from '../desk-part.ts';
import { events } from './events/events.ts';
import { list } from './events/list.ts';
import { surveyPage } from './events/survey-page.ts';
import { impact } from './impact.ts';
import { activity, plan, results } from './plan.ts';
import { project } from './project.ts';
import { report, reports } from './reports.ts';
import { decisions } from './staff/decisions.ts';
import { introduction, menu } from './staff/menu.ts';
import { late, projects } from './staff/projects.ts';
import { team } from './team.ts';

export const part: DeskPart = {
  dialogues: [
    ...decisions,
    projects,
    late,
    project,
    plan,
    activity,
    results,
    impact,
    team,
    events,
    list,
    surveyPage,
    reports,
    report,
  ],
  introduction,
  menu,
  help: 'grant-staff:help',
};
