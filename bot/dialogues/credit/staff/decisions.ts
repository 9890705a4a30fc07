// Every decision that a card offers, bound to its use-case.
import { decideAccreditation } from '../../../../engine/organisations/accreditation.ts';
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
import { errand, sure, worded } from './decide.ts';
import type { StaffTalk } from './staff-talk.ts';

const command = (talk: StaffTalk) => talk.command('decide');

const atOnce: readonly Dialogue<EngineContext>[] = [
  errand({
    id: 'org.accredit',
    kind: 'accreditation',
    decide: (talk) => decideAccreditation(talk.env, command(talk), talk.argument, { accredit: true }),
  }),
  errand({
    id: 'credit.invite',
    kind: 'interview',
    decide: (talk) => inviteStudent(talk.env, command(talk), talk.argument),
  }),
  errand({
    id: 'credit.hours-confirm',
    kind: 'hours',
    decide: (talk) => decideHours(talk.env, command(talk), { entryId: talk.argument, confirm: true }),
  }),
];

const asked: readonly Dialogue<EngineContext>[] = [
  sure({
    ...{ id: 'credit.report-approve', kind: 'report', name: 'approved', button: 'approve' },
    decide: (talk) => decideReport(talk.env, command(talk), { creditId: talk.argument, approve: true }),
  }),
  sure({
    ...{ id: 'credit.recredit-confirm', kind: 'recredit', name: 'recredited', button: 'confirm-recredit' },
    decide: (talk) => decideRecredit(talk.env, command(talk), { creditId: talk.argument, confirm: true }),
  }),
];

const inWords: readonly Dialogue<EngineContext>[] = [
  worded({
    ...{ id: 'org.refuse', kind: 'accreditation', ask: 'org-refuse', name: 'refused', button: 'refuse' },
    decide: (talk, reason) =>
      decideAccreditation(talk.env, command(talk), talk.argument, { accredit: false, reason }),
  }),
  worded({
    ...{ id: 'credit.not-invite', kind: 'interview', ask: 'not-invite', name: 'not-invited' },
    button: 'not-invite',
    decide: (talk, reason) => declineStudent(talk.env, command(talk), { interviewId: talk.argument, reason }),
  }),
  worded({
    ...{ id: 'credit.hours-return', kind: 'hours', ask: 'hours-return', name: 'hours-returned' },
    button: 'return',
    decide: (talk, reason) =>
      decideHours(talk.env, command(talk), { entryId: talk.argument, confirm: false, reason }),
  }),
  worded({
    ...{ id: 'credit.report-return', kind: 'report', ask: 'report-return', name: 'report-returned' },
    button: 'return',
    decide: (talk, comment) =>
      decideReport(talk.env, command(talk), { creditId: talk.argument, approve: false, comment }),
  }),
  worded({
    ...{ id: 'credit.payout-paid', kind: 'payout', ask: 'bank-reference', name: 'paid', button: 'paid' },
    field: freeText({ least: 3, most: 60 }),
    decide: (talk, bankReference) =>
      settlePayout(talk.env, command(talk), { creditId: talk.argument, paid: true, bankReference }),
  }),
  worded({
    ...{ id: 'credit.payout-fail', kind: 'payout', ask: 'payout-fail', name: 'failed', button: 'failed' },
    decide: (talk, reason) =>
      settlePayout(talk.env, command(talk), { creditId: talk.argument, paid: false, reason }),
  }),
  worded({
    ...{ id: 'credit.recredit-refuse', kind: 'recredit', ask: 'recredit-refuse', name: 'recredit-refused' },
    button: 'refuse',
    decide: (talk, reason) =>
      decideRecredit(talk.env, command(talk), { creditId: talk.argument, confirm: false, reason }),
  }),
];

export const decisions: readonly Dialogue<EngineContext>[] = [...atOnce, ...asked, ...inWords];
