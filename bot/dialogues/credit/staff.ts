// What the credit brings to the staff desk.
import type { DeskPart } from '../desk-part.ts';
import { losses } from './losses.ts';
import { decisions } from './staff/decisions.ts';
import { introduction, menu } from './staff/menu.ts';
import { newProject } from './staff/new-project.ts';
import { projects } from './staff/projects.ts';

export const part: DeskPart = {
  dialogues: [...decisions, newProject, projects],
  introduction,
  menu,
  losses,
};
