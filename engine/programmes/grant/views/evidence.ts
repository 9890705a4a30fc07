// Evidence of the projects that an actor may see, the newest first.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { evidenceOf } from '../evidence/cases.ts';
import { seenProject } from '../project/cases.ts';
import type { EvidenceState } from '../states.ts';
import { type GrantEvidence, grantEvidence, grantProjects } from '../store.ts';
import { refuseStrangers, seenBy } from './projects.ts';

export interface EvidenceSearch {
  readonly project?: string;
  readonly state?: EvidenceState;
}

/** @throws AppError `forbidden` for whoever sees no project, `not-found` for one that is not theirs */
export async function evidenceSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { project, state }: EvidenceSearch,
  page: PageRequest,
): Promise<Page<GrantEvidence>> {
  refuseStrangers(actor);
  const within =
    project === undefined ? await theirs(ctx, actor) : (await seenProject(ctx, actor, project))._id;
  const filter = {
    ...(within !== null && { project: within }),
    ...(state !== undefined && { state }),
  };
  return pageOf(ctx, grantEvidence, filter, { by: 'sentAt', of: 'instant', newestFirst: true }, page);
}

/** Null for all. */
async function theirs(ctx: EngineContext, actor: Actor) {
  const filter = seenBy(actor);
  if (Object.keys(filter).length === 0) return null;
  const ids = (await grantProjects.on(ctx.db).distinct('_id', filter as never)) as unknown as string[];
  return trusted({ $in: ids });
}

/** @throws AppError `not-found` also for one of a project that the actor must not see */
export async function seenEvidence(ctx: EngineContext, actor: Actor, id: string): Promise<GrantEvidence> {
  refuseStrangers(actor);
  const evidence = await evidenceOf(ctx, id);
  await seenProject(ctx, actor, evidence.project);
  return evidence;
}
