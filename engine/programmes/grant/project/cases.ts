// Finding a project and its versions.
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { StoreContext } from '../../../store/context.ts';
import { maySee } from '../rights.ts';
import { type GrantProject, grantProjects, type Version } from '../store.ts';

export async function projectOf(ctx: StoreContext, id: string): Promise<GrantProject> {
  const found = await grantProjects.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `grant project ${id} does not exist`);
  return found as GrantProject;
}

/** @throws AppError `not-found` also for a project that the actor must not see: not even that it exists is told */
export async function seenProject(ctx: StoreContext, actor: Actor, id: string): Promise<GrantProject> {
  const project = await projectOf(ctx, id);
  if (!maySee(actor, project)) throw new AppError('not-found', `grant project ${id} does not exist`);
  return project;
}

type Versions = Pick<GrantProject, 'versions'>;

export const versionInForce = ({ versions }: Versions): Version | null =>
  versions.find(({ state }) => state === 'in-force') ?? null;

/** The version that waits for signatures. */
export const versionSent = ({ versions }: Versions): Version | null =>
  versions.find(({ state }) => state === 'sent') ?? null;

export function versionOf({ versions, _id }: Pick<GrantProject, 'versions' | '_id'>, no: number): Version {
  const found = versions.find((each) => each.no === no);
  if (!found) throw new AppError('not-found', `grant project ${_id} has no version ${no}`);
  return found;
}

export const withVersion = ({ versions }: Versions, no: number, patch: Partial<Version>): Version[] =>
  versions.map((each) => (each.no === no ? { ...each, ...patch } : each));

/** The plan that holds: the one in force, and before there is one what the lead has written. */
export const planOf = (project: Pick<GrantProject, 'versions' | 'draft'>) =>
  versionInForce(project)?.plan ?? project.draft;
