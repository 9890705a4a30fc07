// A credit in words: how far it has come, what is next. Shared by /status, the menu and the answers of other dialogues.
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { CreditStatus } from '../../../engine/programmes/credit/programme.ts';
import { isReadyForReport } from './student.ts';

/** Raw figures of a credit; minutes and percent. */
export const creditParams = ({
  project,
  target,
  confirmed,
  required,
  left,
  reported,
  percent,
}: CreditStatus) => ({ project, target, confirmed, required, left, reported, percent });

/** Where a credit stands, then what comes next, then money and re-credit. */
export function creditTexts(credit: CreditStatus): readonly Text[] {
  const params = creditParams(credit);
  if (credit.state === 'left') return [text('credit:status.left', params)];
  const waiting = credit.reported > 0 ? [text('credit:status.waiting', params)] : [];
  const progress = credit.left > 0 ? 'progress' : 'complete';
  return [
    ...[text(`credit:status.${progress}`, params), ...waiting, ...returnedHours(credit)],
    ...[...nextStep(credit), ...outcomes(credit)],
  ];
}

/** What the coordinator sent back, with the reason, until it is written anew. */
export const returnedHours = ({ returned }: CreditStatus): readonly Text[] =>
  returned.map(({ date, minutes, reason }) =>
    text('credit:status.hours-returned', { date, minutes, reason }),
  );

/** Whether the report is to be sent, is with the head, or came back; nothing while hours are missing. */
export function reportStep(credit: CreditStatus): readonly Text[] {
  if (credit.state === 'report-sent') return [text('credit:status.report-sent')];
  if (credit.state === 'report-returned' && credit.reportComment !== null)
    return [text('credit:status.report-returned', { comment: credit.reportComment })];
  return credit.state === 'working' && isReadyForReport(credit) ? [text('credit:status.next-report')] : [];
}

function nextStep(credit: CreditStatus): readonly Text[] {
  const report = reportStep(credit);
  if (report.length > 0 || credit.state !== 'working') return report;
  return credit.left > credit.reported ? [text('credit:status.next-hours')] : [];
}

function outcomes({ state, payout, recredit, amount, academicCredits }: CreditStatus): readonly Text[] {
  if (state !== 'approved') return [];
  const money = { amount: amount ?? 0, reason: payout?.reason ?? '' };
  const right = { count: academicCredits ?? 0, reason: recredit?.reason ?? '' };
  const paying = payout?.state ?? 'preparing';
  const recrediting = recredit?.state ?? 'preparing';
  return [text(`credit:payout.${paying}`, money), text(`credit:recredit.${recrediting}`, right)];
}
