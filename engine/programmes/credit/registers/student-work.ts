// The registers of the work of students, for staff: interviews, participations, hours, reports; each at the organisations
// that the actor may see.
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { covers } from '../../../kernel/span.ts';
import type { Page, PageRequest } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { creditCase, entryCase, interviewCase } from '../cases.ts';
import { confirmedMinutes } from '../facts.ts';
import type { Credit, CreditStudent, Entry, Interview } from '../store.ts';
import { hostsSeenBy, type Placed, type RowKind, type RowSearch, rowsSeenBy } from './rows.ts';

const interviewRows: RowKind<Interview> = {
  hostPath: 'interviews.organisationId',
  statePath: 'interviews.state',
  rowsOf: (student) => student.interviews,
};

export interface Participation
  extends Pick<Credit, 'id' | 'projectId' | 'organisationId' | 'target' | 'year' | 'startedOn' | 'state'> {
  /** Minutes. */
  readonly confirmed: number;
}

const participationOf = (credit: Credit): Participation => {
  const { id, projectId, organisationId, target, year, startedOn, state } = credit;
  return {
    id,
    projectId,
    organisationId,
    target,
    year,
    startedOn,
    state,
    confirmed: confirmedMinutes(credit),
  };
};

const participationRows: RowKind<Participation> = {
  hostPath: 'credits.organisationId',
  statePath: 'credits.state',
  rowsOf: (student) => student.credits.map(participationOf),
};

export interface ReportRow {
  readonly id: string;
  readonly projectId: string;
  readonly organisationId: string;
  /** Of the credit: `report-sent` waits for the head. */
  readonly state: Credit['state'];
  readonly text: string;
  readonly media: readonly string[];
  readonly sentAt: Date;
  readonly comment: string | null;
  readonly decidedAt: Date | null;
}

const reportRows: RowKind<ReportRow> = {
  hostPath: 'credits.organisationId',
  statePath: 'credits.state',
  rowsOf: (student) =>
    student.credits.flatMap(({ id, projectId, organisationId, state, report }) =>
      report ? [{ id, projectId, organisationId, state, ...report }] : [],
    ),
};

export interface HoursRow extends Entry {
  readonly creditId: string;
  readonly projectId: string;
  readonly organisationId: string;
}

const hoursRows: RowKind<HoursRow> = {
  hostPath: 'credits.organisationId',
  statePath: 'credits.entries.state',
  rowsOf: (student: CreditStudent) =>
    student.credits.flatMap(({ id, projectId, organisationId, entries }) =>
      entries.map((entry) => ({ ...entry, creditId: id, projectId, organisationId })),
    ),
};

type Register<R> = (
  ctx: EngineContext,
  actor: Actor,
  search: RowSearch,
  page: PageRequest,
) => Promise<Page<Placed<R>>>;

export const interviewsSeenBy: Register<Interview> = (ctx, actor, search, page) =>
  rowsSeenBy(ctx, actor, interviewRows, search, page);

export const participationsSeenBy: Register<Participation> = (ctx, actor, search, page) =>
  rowsSeenBy(ctx, actor, participationRows, search, page);

export const reportsSeenBy: Register<ReportRow> = (ctx, actor, search, page) =>
  rowsSeenBy(ctx, actor, reportRows, search, page);

export const hoursSeenBy: Register<HoursRow> = (ctx, actor, search, page) =>
  rowsSeenBy(ctx, actor, hoursRows, search, page);

const hostOf = {
  interview: async (ctx: EngineContext, id: string) => (await interviewCase(ctx, id)).interview,
  credit: async (ctx: EngineContext, id: string) => (await creditCase(ctx, id)).credit,
  entry: async (ctx: EngineContext, id: string) => (await entryCase(ctx, id)).credit,
};

/** @throws AppError `not-found` also for a case at an organisation that is not the actor's to see; `forbidden` */
export async function refuseForeignCase(
  ctx: EngineContext,
  actor: Actor,
  kind: keyof typeof hostOf,
  id: string,
): Promise<void> {
  const span = hostsSeenBy(actor);
  const { organisationId } = await hostOf[kind](ctx, id);
  if (!covers(span, organisationId)) throw new AppError('not-found', `${kind} ${id} is not to be seen`);
}
