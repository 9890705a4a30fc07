// What students are told about their hours, their report and their leaving.
import { appealButton } from '../../../appeals/appealable.ts';
import type { Happened } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { creditCase, rulesDayOf } from '../cases.ts';
import type { OfCredit, OfEntry } from '../events.ts';
import { confirmedMinutes } from '../facts.ts';
import type { Credit, Entry } from '../store.ts';
import { requiredMinutes } from '../use-cases/send-report.ts';
import { entryItem, reportItem } from '../views/review-items.ts';
import { find, go, messageOf, type NotifyOf, status, toStudent } from './student-message.ts';

async function hoursOf(ctx: EngineContext, event: Happened<OfEntry>) {
  const { credit, entry, required, project } = await entryItem(ctx, event.data.entry);
  const confirmed = confirmedUpTo(credit, entry);
  return {
    project: project.title,
    date: entry.date,
    start: entry.start,
    minutes: entry.minutes,
    reason: entry.reason ?? '',
    confirmed,
    required,
    left: Math.max(0, required - confirmed),
    percent: Math.min(100, Math.floor((100 * confirmed) / required)),
  };
}

/** Minutes confirmed when this entry was: several confirmed at once are told as they added up. */
function confirmedUpTo(credit: Credit, entry: Entry): number {
  const at = (each: Entry): number => each.decidedAt?.getTime() ?? 0;
  const isBefore = (each: Entry, index: number): boolean =>
    at(each) < at(entry) || (at(each) === at(entry) && index <= credit.entries.indexOf(entry));
  return credit.entries
    .filter((each, index) => each.state === 'confirmed' && isBefore(each, index))
    .reduce((sum, each) => sum + each.minutes, 0);
}

export const hoursConfirmed: NotifyOf<OfEntry> = async (ctx, event) => {
  const params = await hoursOf(ctx, event);
  return params.left > 0
    ? toStudent(event, messageOf('hours-confirmed', params, go('report-more', 'credit.report-hours')))
    : toStudent(event, messageOf('hours-complete', params, go('send-report', 'credit.send-report')));
};

export const hoursReturned: NotifyOf<OfEntry> = async (ctx, event) =>
  toStudent(
    event,
    messageOf(
      'hours-returned',
      await hoursOf(ctx, event),
      go('report-again', 'credit.report-hours', String(event.data.entry)),
      appealButton({ id: 'hours' }, event.data.entry),
    ),
  );

/** An operator's act, not theirs: they hear what they need now. */
export const rulesMigrated: NotifyOf<OfCredit> = async (ctx, event) => {
  const { credit } = await creditCase(ctx, event.data.credit);
  const confirmed = confirmedMinutes(credit);
  const required = requiredMinutes(ctx, credit);
  const params = { day: rulesDayOf(credit), required, confirmed };
  return toStudent(event, messageOf('rules-migrated', params, status));
};

export const hoursDecisionUndone: NotifyOf<OfEntry> = async (ctx, event) =>
  toStudent(event, messageOf('hours-undone', await hoursOf(ctx, event), status));

async function reportOf(ctx: EngineContext, event: Happened<OfCredit>) {
  const { credit, project } = await reportItem(ctx, event.data.credit);
  return {
    project: project.title,
    target: credit.target,
    comment: credit.report?.comment ?? '',
    amount: credit.entitlement?.payoutTenge ?? 0,
    count: credit.entitlement?.academicCredits ?? 0,
  };
}

export const reportApproved: NotifyOf<OfCredit> = async (ctx, event) =>
  toStudent(event, messageOf('report-approved', await reportOf(ctx, event), status));

export const reportReturned: NotifyOf<OfCredit> = async (ctx, event) => {
  const again = go('report-revise', 'credit.send-report');
  return toStudent(event, messageOf('report-returned', await reportOf(ctx, event), again));
};

export const projectLeft: NotifyOf<OfCredit> = async (ctx, event) =>
  toStudent(event, messageOf('project-left', await reportOf(ctx, event), find));
