// The participant desk: which dialogues it holds, which commands start them, how it greets.
import { text } from '../../engine/kernel/message.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { DeskScript } from '../dialogue/desk.ts';
import { goButton } from '../dialogue/steps/call.ts';
import { accept, decline } from './credit/answer-invitation.ts';
import { birthDate } from './credit/birth-date.ts';
import { consent, withdrawConsent } from './credit/consent.ts';
import { book, find } from './credit/find.ts';
import { identity } from './credit/identity.ts';
import { cancel, interviews } from './credit/interviews.ts';
import { leave } from './credit/leave.ts';
import { menu } from './credit/menu.ts';
import { creditData } from './credit/my-data.ts';
import { requestRecredit } from './credit/recredit.ts';
import { register } from './credit/register.ts';
import { reportHours } from './credit/report-hours.ts';
import { sendReport } from './credit/send-report.ts';
import { status } from './credit/status.ts';
import { guardianConsent, guardianKnown, openGuardianLink } from './guardian/consent.ts';
import { inviteGuardian } from './guardian/invite.ts';
import { wards, withdrawAsGuardian } from './guardian/wards.ts';
import { certificate } from './shared/certificate.ts';
import { erase } from './shared/delete.ts';
import { help } from './shared/help.ts';
import { join, refuseJoin } from './shared/join.ts';
import { language } from './shared/language.ts';
import { myData } from './shared/my-data.ts';
import { openLink } from './shared/open-link.ts';
import { takeData } from './shared/take-data.ts';
import { welcome } from './shared/welcome.ts';

const introduction = welcome(() => ({
  texts: [text('credit:welcome')],
  buttons: [
    [goButton('credit:button.register', 'credit.register')],
    [goButton('common:button.help', 'shared.help')],
  ],
  next: 'end',
}));

export const participantDesk: DeskScript<EngineContext> = {
  desk: 'participant',
  dialogues: [
    introduction,
    language,
    help,
    openLink(openGuardianLink),
    ...[register, identity, find, book, interviews, cancel, accept, decline],
    ...[reportHours, sendReport, status, requestRecredit, leave, birthDate],
    ...[myData(creditData), takeData, certificate, erase, join, refuseJoin, consent, withdrawConsent],
    ...[inviteGuardian, guardianConsent, guardianKnown, wards, withdrawAsGuardian],
  ],
  commands: {
    help: 'shared.help',
    lang: 'shared.language',
    status: 'credit.status',
    mydata: 'shared.my-data',
    delete: 'shared.delete',
  },
  welcome: 'shared.welcome',
  openLink: 'shared.open-link',
  secureForm: 'credit.identity',
  menu,
};
