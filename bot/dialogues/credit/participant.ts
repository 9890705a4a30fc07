// What the credit brings to the participant desk.
import { text } from '../../../engine/kernel/message.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { DeskPart } from '../desk-part.ts';
import { accept, decline } from './answer-invitation.ts';
import { birthDate } from './birth-date.ts';
import { consent, withdrawConsent } from './consent.ts';
import { book, find } from './find.ts';
import { gainsOfBoth } from './gains.ts';
import { identity } from './identity.ts';
import { cancel, interviews } from './interviews.ts';
import { leave } from './leave.ts';
import { losses } from './losses.ts';
import { menu } from './menu.ts';
import { creditData } from './my-data.ts';
import { requestRecredit } from './recredit.ts';
import { register } from './register.ts';
import { reportHours } from './report-hours.ts';
import { sendReport } from './send-report.ts';
import { status, statusBlock } from './status.ts';

export const part: DeskPart = {
  dialogues: [
    ...[register, identity, find, book, interviews, cancel, accept, decline],
    ...[reportHours, sendReport, status, requestRecredit, leave, birthDate],
    ...[consent, withdrawConsent],
  ],
  introduction: (talk) => ({
    texts: [text('credit:welcome', gainsOfBoth(talk))],
    rows: [[goButton('credit:button.register', 'credit.register')]],
  }),
  menu,
  help: 'credit:help',
  status: statusBlock,
  data: creditData,
  losses,
};
