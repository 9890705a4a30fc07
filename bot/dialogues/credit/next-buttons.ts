// What a student can sensibly do now, as buttons: never one that would be refused. Used by the menu and by /status.
import type { Button } from '../../../engine/kernel/message.ts';
import type { CreditStatus } from '../../../engine/programmes/credit/programme.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import { answerButtons } from './interviews.ts';
import { activeCredit, isReadyForReport, type StudentStatus } from './student.ts';

export function nextButtons(status: StudentStatus): readonly Button[] {
  const active = activeCredit(status);
  // Without an account, or with one that the bank sent the money back from, the form comes in.
  const needsForm =
    status.ibanTail === null || status.credits.some((each) => each.payout?.state === 'failed');
  const account = needsForm ? [goButton('credit:button.identity', 'credit.identity')] : [];
  return [
    ...(active ? workButtons(active) : searchButtons(status)),
    ...status.credits.flatMap(recreditButtons),
    ...status.credits.flatMap(certificateButtons),
    ...account,
  ];
}

function workButtons(credit: CreditStatus): readonly Button[] {
  const corrections = credit.returned.map(({ id, date }) =>
    goButton('credit:button.correct-hours', 'credit.report-hours', id, { date }),
  );
  return [...corrections, ...onwardButtons(credit)];
}

function onwardButtons(credit: CreditStatus): readonly Button[] {
  if (isReadyForReport(credit)) return [goButton('credit:button.send-report', 'credit.send-report')];
  return credit.state === 'report-sent' || credit.left === 0
    ? []
    : [goButton('credit:button.report-hours', 'credit.report-hours')];
}

function searchButtons(status: StudentStatus): readonly Button[] {
  const { openInterviews: open, interviewLimit } = status;
  return [
    ...open.flatMap(answerButtons),
    ...(open.length < interviewLimit ? [goButton('credit:button.find', 'credit.find')] : []),
    ...(open.length > 0 ? [goButton('credit:button.interviews', 'credit.interviews')] : []),
  ];
}

const recreditButtons = ({ id, recredit, project }: CreditStatus): readonly Button[] =>
  recredit?.state === 'available' || recredit?.state === 'refused'
    ? [goButton('credit:button.request-recredit', 'credit.request-recredit', id, { project })]
    : [];

const certificateButtons = ({ certificate, project }: CreditStatus): readonly Button[] =>
  certificate === null
    ? []
    : [goButton('credit:button.certificate', 'shared.certificate', certificate, { project })];
