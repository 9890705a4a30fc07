// The project's team opens a list for an activity on a day; whoever opens its link confirms that they are there.
import type { Actor, Command } from '../../../kernel/actor.ts';
import { isLocalDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { activityOf } from '../plan/shape.ts';
import { projectOf, seenProject, versionInForce } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import { type Attendee, type Gathering, grantAttendees, grantGatherings } from './store.ts';

export interface NewGathering {
  readonly project: string;
  readonly activity: string;
  /** Civil date, within the activity's term. */
  readonly date: string;
}

/** By lead or manager, of a plan in force. @returns the gathering's id */
export async function openGathering(
  ctx: EngineContext,
  command: Command,
  { project, activity, date }: NewGathering,
): Promise<Result<string>> {
  const refusal = refuseOthers(command.actor, project, 'grant-lead', 'grant-manager');
  if (refusal) return refusal;
  const plan = versionInForce(await projectOf(ctx, project))?.plan;
  if (!plan) return refused('grant.not-in-force');
  const found = activityOf(plan, activity);
  if (!found) return refused('grant.no-such-line', { id: activity });
  if (!isLocalDate(date)) return refused('grant.date-unreadable');
  const { from, to } = found;
  if ((from !== null && date < from) || (to !== null && date > to))
    return refused('grant-events.outside-term', { from: from ?? '', to: to ?? '' });
  const id = derivedId(`grant gathering ${command.id}`);
  const made = await create(ctx, grantGatherings, id, command, {
    action: 'attendance list opened',
    set: {
      ...{ project, activity, date, state: 'open', sending: false, evidence: [], certifiedAt: null },
      ...{ openedBy: command.actor.id, openedAt: ctx.clock.now() },
    },
    result: id,
    details: { activity, date },
  });
  return made.created ? ok(made.result) : refused('common.already-done');
}

/** Null for an id that none has. */
export const findGathering = (ctx: EngineContext, id: string): Promise<Gathering | null> =>
  grantGatherings.on(ctx.db).findById(id).lean() as Promise<Gathering | null>;

export async function gatheringOf(ctx: EngineContext, id: string): Promise<Gathering> {
  const found = await findGathering(ctx, id);
  if (!found) throw new AppError('not-found', `gathering ${id} does not exist`);
  return found;
}

/** For whoever sees its project. @throws AppError `not-found` for everybody else */
export async function seenGathering(ctx: EngineContext, actor: Actor, id: string): Promise<Gathering> {
  const found = await gatheringOf(ctx, id);
  await seenProject(ctx, actor, found.project);
  return found;
}

/** Of a project, in the order in which they were opened. */
export const gatheringsIn = (ctx: EngineContext, project: string): Promise<readonly Gathering[]> =>
  grantGatherings.on(ctx.db).find({ project }).sort({ openedAt: 1, _id: 1 }).lean() as unknown as Promise<
    Gathering[]
  >;

/** Everybody who confirmed, those who were removed included, in the order in which they came. */
export const attendeesOf = (ctx: EngineContext, gathering: string): Promise<readonly Attendee[]> =>
  grantAttendees.on(ctx.db).find({ gathering }).sort({ at: 1, _id: 1 }).lean() as unknown as Promise<
    Attendee[]
  >;

export const isPresent = ({ removed }: Pick<Attendee, 'removed'>): boolean => removed === null;

export const presentAt = async (ctx: EngineContext, gathering: string): Promise<readonly Attendee[]> =>
  (await attendeesOf(ctx, gathering)).filter(isPresent);
