// A member of staff cannot work for a while and says so; whoever stands above them takes over, or hands over to a mentor of
// theirs, until they are back (§3.3).
import type { Actor, Command } from '../../../kernel/actor.ts';
import { scopesOf } from '../../../kernel/actor.ts';
import { isLocalDate, localDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { cardOf, changeCard } from './cards.ts';
import { absenceEnded, absenceReported, standInNamed } from './events.ts';
import { coordinatorsOf, isExpert, mentorsOfExpert, regionsOfStaff } from './reach.ts';

export interface Away {
  /** Civil date of the last day, where it is known. */
  readonly until: string | null;
  readonly reason: string;
}

const mayBeAway = (actor: Actor): boolean => isExpert(actor) || scopesOf(actor, 'mentor').length > 0;

export function reportAbsence(
  ctx: EngineContext,
  command: Command,
  { until, reason }: Away,
): Promise<Result<string>> {
  const { actor } = command;
  return changeCard(ctx, actor.id, command, () => {
    if (!mayBeAway(actor)) return refused('common.not-allowed');
    if (until !== null && (!isLocalDate(until) || until < localDate(ctx.clock.now())))
      return refused('badge-mentor.day-past');
    return ok({
      action: 'absence reported',
      set: { away: { since: ctx.clock.now(), until, reason: reason.trim() } },
      events: [absenceReported({ person: actor.id })],
      result: actor.id,
    });
  });
}

/** Back again: their participants are theirs as before. */
export function endAbsence(ctx: EngineContext, command: Command): Promise<Result<string>> {
  const { actor } = command;
  return changeCard(ctx, actor.id, command, ({ away, standIn }) => {
    if (!away && !standIn) return refused('badge-mentor.not-away');
    return ok({
      action: 'absence ended',
      set: { away: null, standIn: null },
      events: [absenceEnded({ person: actor.id })],
      result: actor.id,
    });
  });
}

export interface HandedOver {
  /** The mentor who cannot work. */
  readonly mentor: string;
  /** The expert themselves, or one of their mentors. */
  readonly to: string;
}

/** The expert takes over for an absent mentor or names one of *their* mentors; anybody else is refused (B-80). */
export async function handOver(
  ctx: EngineContext,
  command: Command,
  { mentor, to }: HandedOver,
): Promise<Result<string>> {
  const { actor } = command;
  if (!(await mayHandOver(ctx, actor, mentor))) return refused('common.not-allowed');
  const isOwn = to === actor.id || (await mentorsOfExpert(ctx, await expertActing(ctx, mentor))).includes(to);
  if (!isOwn || to === mentor) return refused('badge-mentor.not-their-mentor');
  if ((await cardOf(ctx, to)).away) return refused('badge-mentor.stand-in-away');
  return changeCard(ctx, mentor, command, ({ away }) => {
    if (!away) return refused('badge-mentor.mentor-there');
    const since = ctx.clock.now();
    return ok({
      action: 'stand-in named',
      set: { standIn: { person: to, by: actor.id, since, reason: away.reason } },
      events: [standInNamed({ mentor, standIn: to })],
      result: mentor,
      details: { standIn: to },
    });
  });
}

const expertActing = async (ctx: EngineContext, mentor: string): Promise<string> =>
  (await cardOf(ctx, mentor)).expert ?? '';

/** The mentor's expert; while the expert cannot work, the coordinator of the region. */
async function mayHandOver(ctx: EngineContext, actor: Actor, mentor: string): Promise<boolean> {
  const expert = await expertActing(ctx, mentor);
  if (isExpert(actor) && actor.id === expert) return true;
  const isExpertThere = expert !== '' && (await cardOf(ctx, expert)).away === null;
  if (isExpertThere) return false;
  const regions = await regionsOfStaff(ctx, mentor);
  const coordinators = await Promise.all(regions.map((region) => coordinatorsOf(ctx, region)));
  return coordinators.flat().includes(actor.id);
}
