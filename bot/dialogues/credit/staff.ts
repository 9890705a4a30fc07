// What the credit brings to the staff desk.
import type { DeskPart } from '../desk-part.ts';
import { losses } from './losses.ts';
import { organisationsList, restore, revoke } from './staff/accredited.ts';
import { decisions } from './staff/decisions.ts';
import { introduction, menu } from './staff/menu.ts';
import { newProject } from './staff/new-project.ts';
import { projects } from './staff/projects.ts';
import { registerKnown, registerNew } from './staff/register-organisation.ts';

export const part: DeskPart = {
  dialogues: [
    ...decisions,
    ...[registerKnown, registerNew, organisationsList, revoke, restore],
    ...[newProject, projects],
  ],
  introduction,
  menu,
  losses,
};
