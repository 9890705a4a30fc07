// Every decision that a card offers, bound to its use-case.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  decideHours,
  decideRecredit,
  decideReport,
  declineStudent,
  inviteStudent,
  settlePayout,
} from '../../../../engine/programmes/credit/programme.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { freeText } from '../../fields/free-text.ts';
import { errand, sure, worded } from '../../shared/reviews/decide.ts';

/** What is said before and afterwards, by its name, and the button that confirms. */
const said = (name: string, button: string) => ({
  sure: `credit-staff:sure.${name}`,
  done: `credit-staff:done.${name}`,
  button: `credit-staff:button.${button}`,
});

const asking = (question: string, name: string, button: string) => ({
  ask: `credit-staff:ask-reason.${question}`,
  ...said(name, button),
});

const atOnce: readonly Dialogue<EngineContext>[] = [
  errand({
    id: 'credit.invite',
    kind: 'interview',
    decide: inviteStudent,
  }),
  errand({
    id: 'credit.hours-confirm',
    kind: 'hours',
    decide: (ctx, command, entryId) => decideHours(ctx, command, { entryId, confirm: true }),
  }),
];

const asked: readonly Dialogue<EngineContext>[] = [
  sure({
    ...{ id: 'credit.report-approve', kind: 'report', ...said('approved', 'approve') },
    decide: (ctx, command, creditId) => decideReport(ctx, command, { creditId, approve: true }),
  }),
  sure({
    ...{ id: 'credit.recredit-confirm', kind: 'recredit', ...said('recredited', 'confirm-recredit') },
    decide: (ctx, command, creditId) => decideRecredit(ctx, command, { creditId, confirm: true }),
  }),
];

const inWords: readonly Dialogue<EngineContext>[] = [
  worded({
    ...{ id: 'credit.not-invite', kind: 'interview', ...asking('not-invite', 'not-invited', 'not-invite') },
    decide: (ctx, command, interviewId, reason) => declineStudent(ctx, command, { interviewId, reason }),
  }),
  worded({
    ...{ id: 'credit.hours-return', kind: 'hours', ...asking('hours-return', 'hours-returned', 'return') },
    decide: (ctx, command, entryId, reason) => decideHours(ctx, command, { entryId, confirm: false, reason }),
  }),
  worded({
    ...{
      id: 'credit.report-return',
      kind: 'report',
      ...asking('report-return', 'report-returned', 'return'),
    },
    decide: (ctx, command, creditId, comment) =>
      decideReport(ctx, command, { creditId, approve: false, comment }),
  }),
  worded({
    ...{ id: 'credit.payout-paid', kind: 'payout', ...asking('bank-reference', 'paid', 'paid') },
    field: freeText({ least: 3, most: 60 }),
    decide: (ctx, command, creditId, bankReference) =>
      settlePayout(ctx, command, { creditId, paid: true, bankReference }),
  }),
  worded({
    ...{ id: 'credit.payout-fail', kind: 'payout', ...asking('payout-fail', 'failed', 'failed') },
    decide: (ctx, command, creditId, reason) => settlePayout(ctx, command, { creditId, paid: false, reason }),
  }),
  worded({
    ...{ id: 'credit.recredit-refuse', kind: 'recredit' },
    ...asking('recredit-refuse', 'recredit-refused', 'refuse'),
    decide: (ctx, command, creditId, reason) =>
      decideRecredit(ctx, command, { creditId, confirm: false, reason }),
  }),
];

export const decisions: readonly Dialogue<EngineContext>[] = [...atOnce, ...asked, ...inWords];
