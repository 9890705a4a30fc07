// Finding reports.
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { StoreContext } from '../../../store/context.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { seenProject } from '../project/cases.ts';
import type { GrantProject } from '../store.ts';
import { refuseStrangers } from '../views/projects.ts';
import { type GrantReport, grantReports } from './store.ts';

export async function reportOf(ctx: StoreContext, id: string): Promise<GrantReport> {
  const found = await grantReports.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `grant report ${id} does not exist`);
  return found as unknown as GrantReport;
}

export interface SeenReport {
  readonly project: GrantProject;
  readonly report: GrantReport;
}

/** @throws AppError `not-found` also for one of a project that the actor must not see */
export async function seenReport(ctx: EngineContext, actor: Actor, id: string): Promise<SeenReport> {
  const report = await reportOf(ctx, id);
  return { report, project: await seenProject(ctx, actor, report.project) };
}

const SHOWN = [
  ...(['project', 'no', 'kind', 'version', 'percent', 'on', 'docId'] as const),
  ...(['state', 'madeAt', 'sentAt', 'decision'] as const),
] as const;

/** The newest first, without what they stand on. */
export async function reportsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { project }: { readonly project: string },
  page: PageRequest,
): Promise<Page<GrantReport>> {
  refuseStrangers(actor);
  const { _id } = await seenProject(ctx, actor, project);
  const order = { by: 'no', of: 'number', newestFirst: true } as const;
  return (await pageOf(ctx, grantReports, { project: _id }, order, page, SHOWN)) as Page<GrantReport>;
}

/** The newest of a project, null where none was made. */
export const lastReport = async (ctx: StoreContext, project: string): Promise<GrantReport | null> =>
  (await grantReports
    .on(ctx.db)
    .findOne({ project })
    .sort({ no: -1 })
    .lean()) as unknown as GrantReport | null;

/** The one that the grantor has before them, null where none waits. */
export const waitingReport = async (ctx: StoreContext, project: string): Promise<GrantReport | null> =>
  (await grantReports.on(ctx.db).findOne({ project, state: 'sent' }).lean()) as unknown as GrantReport | null;

/** What a decider saw. */
export const reportVersion = ({ state }: Pick<GrantReport, 'state'>): string => state;
