// What journal and supervision bring to the staff desk.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { assigning } from './assign-expert.ts';
import { confirmDialogue, unconfirmDialogue } from './confirm.ts';
import { decisions } from './decisions.ts';
import { deskWork, letters, mentor, mentors } from './desk-work.ts';
import { handingOver } from './hand-over.ts';
import { entryDialogue, journalDialogue } from './journal-of.ts';
import { messagesRead, messageTo } from './message-to.ts';
import { overviewDialogue } from './overview.ts';
import { staffPage } from './staff-page.ts';
import { writings } from './writings.ts';

export const mentorDialogues: readonly Dialogue<EngineContext>[] = [
  ...[...decisions, journalDialogue, entryDialogue],
  ...[confirmDialogue, unconfirmDialogue, overviewDialogue],
  ...[messageTo, messagesRead, handingOver, assigning, staffPage],
  ...[deskWork, letters, mentors, mentor, ...writings],
];
