// What the grant programme brings to the participant desk: the project's team works here.
import type { DeskPart } from '../desk-part.ts';
import { newActivity, newIndicator, newTask } from './add-lines.ts';
import { sendForAgreement, sign } from './agreement.ts';
import { money, trip } from './bases.ts';
import { eventDialogues, openEventLink } from './events/parts.ts';
import { impact, impactFact, impactPlan } from './impact.ts';
import { importFile, template } from './import.ts';
import { introduction, menu, status } from './menu.ts';
import { data, losses } from './my-data.ts';
import { ownEvidence, undo } from './own-evidence.ts';
import { activity, plan, results } from './plan.ts';
import { project } from './project.ts';
import { register } from './register.ts';
import { makeReportDialogue, report, reports, sendReportDialogue } from './reports.ts';
import { sendEvidenceDialogue } from './send.ts';
import { memberName, newMember, noMembers, team } from './team.ts';
import { write } from './write.ts';

export const part: DeskPart = {
  dialogues: [
    ...[register, project, plan, activity, results, write],
    ...[newTask, newActivity, newIndicator, importFile, template],
    ...[team, newMember, noMembers, memberName],
    ...[sendForAgreement, sign, sendEvidenceDialogue, ownEvidence, undo],
    ...[reports, makeReportDialogue, report, sendReportDialogue],
    ...[trip, money, impact, impactFact, impactPlan],
    ...eventDialogues,
  ],
  introduction,
  menu,
  help: 'grant:help.participant',
  status,
  data,
  losses,
  openLink: openEventLink,
};
