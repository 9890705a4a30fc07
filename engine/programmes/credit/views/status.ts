// Where a student stands: interviews, hours against the target, report, payout, re-credit. One screen, no figure of its own.
import { trusted } from 'mongoose';
import { issuedAmong } from '../../../documents/certificates/see.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { studentOf } from '../cases.ts';
import { certificateOf } from '../certificate.ts';
import { confirmedMinutes, openInterviews, reportedMinutes, returnedEntries } from '../facts.ts';
import {
  activeCreditStates,
  type CreditState,
  type InterviewState,
  type PayoutState,
  type RecreditState,
} from '../states.ts';
import { type Credit, payouts, projects, recredits } from '../store.ts';
import { requiredMinutes } from '../use-cases/send-report.ts';

export interface InterviewStatus {
  readonly id: string;
  readonly project: string;
  readonly state: InterviewState;
  readonly startsAt: Date;
  readonly answerBy: Date | null;
}

export interface CreditStatus {
  readonly id: string;
  readonly project: string;
  /** Hours of the credit: 20 or 50. */
  readonly target: number;
  readonly state: CreditState;
  readonly active: boolean;
  readonly confirmed: number;
  readonly reported: number;
  readonly required: number;
  /** Minutes still to be confirmed; 0 when complete. */
  readonly left: number;
  /** 0–100. */
  readonly percent: number;
  /** Hours that came back and wait to be corrected, the oldest first. */
  readonly returned: readonly ReturnedHours[];
  readonly reportComment: string | null;
  readonly amount: number | null;
  readonly academicCredits: number | null;
  readonly payout: { readonly state: PayoutState; readonly reason: string | null } | null;
  readonly recredit: { readonly state: RecreditState; readonly reason: string | null } | null;
  /** Id of the certificate that can be downloaded. */
  readonly certificate: string | null;
}

export interface ReturnedHours {
  readonly id: string;
  readonly date: string;
  readonly minutes: number;
  readonly reason: string;
}

export interface StudentStatus {
  readonly registered: boolean;
  /** Identity and account were given on the secure form. */
  readonly identityGiven: boolean;
  readonly ibanTail: string | null;
  readonly openInterviews: readonly InterviewStatus[];
  readonly interviewLimit: number;
  readonly credits: readonly CreditStatus[];
}

export async function studentStatus(ctx: EngineContext, personId: string): Promise<StudentStatus> {
  const person = await people.on(ctx.db).findById(personId).lean();
  const student = await studentOf(ctx, personId);
  const titles = await titlesOf(
    ctx,
    [...student.interviews, ...student.credits].map((each) => each.projectId),
  );
  const credits = student.credits.map((credit) => credit.id);
  const money = credits.length > 0 ? await outcomes(ctx, personId, credits) : NO_OUTCOMES;
  return {
    registered: person?.student != null,
    identityGiven: person?.iinHash != null,
    ibanTail: person?.ibanTail ?? null,
    interviewLimit: ctx.rules.number('credit', 'openInterviewsLimit', localDate(ctx.clock.now())),
    openInterviews: openInterviews(student).map(({ id, projectId, state, startsAt, answerBy }) => ({
      id,
      project: titles.get(projectId) ?? '',
      state,
      startsAt,
      answerBy,
    })),
    credits: student.credits.map((credit) => creditStatus(ctx, credit, titles, money)),
  };
}

type Outcomes = Awaited<ReturnType<typeof outcomes>>;

/** Of most who look: then nobody is asked. */
const NO_OUTCOMES: Outcomes = { payouts: new Map(), recredits: new Map(), certificates: new Set() };

function creditStatus(
  ctx: EngineContext,
  credit: Credit,
  titles: ReadonlyMap<string, string>,
  money: Outcomes,
): CreditStatus {
  const required = requiredMinutes(ctx, credit);
  const confirmed = confirmedMinutes(credit);
  return {
    id: credit.id,
    project: titles.get(credit.projectId) ?? '',
    target: credit.target,
    state: credit.state,
    active: activeCreditStates.includes(credit.state),
    confirmed,
    reported: reportedMinutes(credit),
    required,
    left: Math.max(0, required - confirmed),
    percent: Math.min(100, Math.floor((100 * confirmed) / required)),
    returned: returnedEntries(credit).map(({ id, date, minutes, reason }) => ({
      ...{ id, date, minutes },
      reason: reason ?? '',
    })),
    reportComment: credit.report?.comment ?? null,
    amount: credit.entitlement?.payoutTenge ?? null,
    academicCredits: credit.entitlement?.academicCredits ?? null,
    payout: money.payouts.get(credit.id) ?? null,
    recredit: money.recredits.get(credit.id) ?? null,
    certificate: money.certificates.has(certificateOf(credit.id)) ? certificateOf(credit.id) : null,
  };
}

async function titlesOf(ctx: EngineContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await projects
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...new Set(ids)] }) } as never, { title: 1 })
    .lean();
  return new Map(found.map((each) => [each._id, each.title]));
}

async function outcomes(ctx: EngineContext, personId: string, ids: readonly string[]) {
  const of = { _id: trusted({ $in: [...ids] }) };
  const paid = await payouts
    .on(ctx.db)
    .find(of as never, { state: 1, reason: 1 })
    .lean();
  const recredited = await recredits
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...ids] }) } as never, { state: 1, reason: 1 })
    .lean();
  return {
    certificates: await issuedAmong(
      ctx,
      personId,
      paid.filter(isPaid).map(({ _id }) => certificateOf(_id)),
    ),
    payouts: new Map(paid.map(({ _id, state, reason }) => [_id, { state, reason }])),
    recredits: new Map(recredited.map(({ _id, state, reason }) => [_id, { state, reason }])),
  };
}

const isPaid = ({ state }: { readonly state: PayoutState }): boolean => state === 'paid';
