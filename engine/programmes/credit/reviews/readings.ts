// How the credit's matters stand with regard to their decision, by their own documents.
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { organisationScope } from '../../../organisations/accreditation.ts';
import type { Reading } from '../../../reviews/kind.ts';
import type { EngineContext } from '../../context.ts';
import { creditCase, entryCase, interviewCase } from '../cases.ts';
import { activeCreditStates, type InterviewState } from '../states.ts';
import { type Payout, payouts, type Recredit, recredits } from '../store.ts';
import { weekGroup } from './hours-of-week.ts';
import { entryVersion, interviewVersion, ownVersion, reportVersion } from './versions.ts';

type Read = (ctx: EngineContext, subject: string) => Promise<Reading>;

/** The last decision as far as there was one. */
function decisionOf(how: string, by: string | null, at: Date | null): Reading['decision'] {
  return by === null || at === null ? null : { how, by, at };
}

/** Overdue from the day on which the operators hear of it. */
function dueAfter(ctx: EngineContext, since: Date, days: string): Date {
  const on = localDate(since);
  return endOfDay(addDays(on, ctx.rules.number('credit', days, on)));
}

/** While a place is being taken the interview still waits: there may be none. */
const waitingInterviews: readonly InterviewState[] = ['booked', 'inviting'];
const undecidedInterviews: readonly InterviewState[] = ['pending', 'unavailable', 'cancelled'];

export const readInterview: Read = async (ctx, id) => {
  const { student, interview } = await interviewCase(ctx, id);
  const { state, decidedBy, decidedAt } = interview;
  const isOpen = waitingInterviews.includes(state);
  const isWithdrawn = undecidedInterviews.includes(state);
  const how = state === 'not-invited' ? 'not-invited' : 'invited';
  return {
    state: isOpen ? 'open' : isWithdrawn ? 'withdrawn' : 'decided',
    about: student._id,
    scope: organisationScope(interview.organisationId),
    ...{ since: interview.bookedAt, due: null },
    ...{ version: interviewVersion(interview), order: student.v },
    decision: isOpen || isWithdrawn ? null : decisionOf(how, decidedBy, decidedAt),
  };
};

export const readHours: Read = async (ctx, id) => {
  const { student, credit, entry } = await entryCase(ctx, id);
  const isDecided = entry.state !== 'reported';
  const undecided = activeCreditStates.includes(credit.state) ? 'open' : 'withdrawn';
  return {
    state: isDecided ? 'decided' : undecided,
    about: student._id,
    scope: organisationScope(credit.organisationId),
    group: weekGroup(student._id, entry.date),
    ...{ since: entry.reportedAt, due: dueAfter(ctx, entry.reportedAt, 'confirmEscalationDays') },
    ...{ version: entryVersion(entry), order: student.v },
    decision: isDecided ? decisionOf(entry.state, entry.decidedBy, entry.decidedAt) : null,
  };
};

const reportStates = {
  working: 'withdrawn',
  'report-sent': 'open',
  'report-returned': 'decided',
  approved: 'decided',
  left: 'withdrawn',
} as const;

export const readReport: Read = async (ctx, id) => {
  const { student, credit } = await creditCase(ctx, id);
  const { report } = credit;
  if (!report) throw new AppError('not-found', `credit ${id} has no report`);
  const how = credit.state === 'approved' ? 'approved' : 'returned';
  return {
    state: reportStates[credit.state],
    about: student._id,
    scope: organisationScope(credit.organisationId),
    ...{ since: report.sentAt, due: dueAfter(ctx, report.sentAt, 'reportEscalationDays') },
    ...{ version: reportVersion(credit), order: student.v },
    decision: decisionOf(how, report.decidedBy, report.decidedAt),
  };
};

/** A payout that failed may still be paid, and waits for that. */
export const readPayout: Read = async (ctx, id) => {
  const payout = ((await payouts.on(ctx.db).findById(id).lean()) as Payout | null) ?? missing('payout', id);
  const { state, studentId, orderedAt, decidedBy, decidedAt } = payout;
  return {
    state: state === 'paid' ? 'decided' : 'open',
    ...{ about: studentId, scope: 'all', since: orderedAt, due: null },
    ...{ version: ownVersion(payout), order: payout.v },
    decision: decisionOf(state, decidedBy, decidedAt),
  };
};

const recreditStates = {
  available: 'withdrawn',
  requested: 'open',
  confirmed: 'decided',
  refused: 'decided',
} as const;

export const readRecredit: Read = async (ctx, id) => {
  const found = (await recredits.on(ctx.db).findById(id).lean()) as Recredit | null;
  const recredit = found ?? missing('re-credit', id);
  const { state, studentId, universityId, requestedAt, createdAt, decidedBy, decidedAt } = recredit;
  const isDecided = recreditStates[state] === 'decided';
  return {
    state: recreditStates[state],
    about: studentId,
    scope: `university:${universityId}`,
    ...{ since: requestedAt ?? createdAt, due: null },
    ...{ version: ownVersion(recredit), order: recredit.v },
    decision: isDecided ? decisionOf(state, decidedBy, decidedAt) : null,
  };
};

function missing(what: string, id: string): never {
  throw new AppError('not-found', `${what} ${id} does not exist`);
}
