// What the badge programme brings to the staff desk.
import type { DeskPart } from '../desk-part.ts';
import { ownRating } from './analytics/own-rating.ts';
import { awardStaffDialogues } from './award/part.ts';
import { mentorDialogues } from './mentor/desk.ts';
import { scheduleDialogues } from './schedule/dialogues.ts';
import { activate, briefing, documents, guardianConfirm, talkDialogue } from './staff/before-activation.ts';
import { centreApply } from './staff/centre-apply.ts';
import { centreSign, centresList, training } from './staff/centres.ts';
import { decisions } from './staff/decisions.ts';
import { mentee, menteeIn, mentees } from './staff/mentees.ts';
import { introduction, menu } from './staff/menu.ts';

const plan = scheduleDialogues({
  who: 'mentor',
  ...{ show: 'badge.plan', change: 'badge.plan-change' },
  ...{ propose: 'badge.plan-propose', agree: 'badge.plan-agree' },
  find: menteeIn,
});

export const part: DeskPart = {
  dialogues: [
    ...[...decisions, centreApply, centresList, centreSign, training],
    ...[mentees, mentee, talkDialogue, briefing, documents, guardianConfirm, activate, ...plan],
    ...[ownRating, ...awardStaffDialogues],
    ...mentorDialogues,
  ],
  introduction,
  menu,
};
