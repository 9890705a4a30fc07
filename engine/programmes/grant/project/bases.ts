// What the plan leaves open until it is known: the days of the trip, and how many participants there are.
import type { Command } from '../../../kernel/actor.ts';
import { addDays, isLocalDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseOthers } from '../rights.ts';
import { grantProjects } from '../store.ts';
import { planOf } from './cases.ts';

const LONGEST_TRIP = 92;

/** @param trip its first day (a civil date within the project) and how many days there are */
export function setTrip(
  ctx: EngineContext,
  command: Command,
  project: string,
  trip: { readonly from: string; readonly days: number },
): Promise<Result<string>> {
  return change(ctx, grantProjects, project, command, (current) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead', 'grant-manager');
    if (refusal) return refusal;
    const { from, to } = planOf(current).general;
    if (!isLocalDate(trip.from) || !Number.isInteger(trip.days) || trip.days < 1 || trip.days > LONGEST_TRIP)
      return refused('grant.trip-unreadable');
    const last = addDays(trip.from, trip.days - 1);
    if ((from !== null && trip.from < from) || (to !== null && last > to))
      return refused('grant.trip-outside', { from: from ?? '', to: to ?? '' });
    return ok({ action: 'trip days set', set: { trip }, result: project, details: trip });
  });
}

export function setParticipants(
  ctx: EngineContext,
  command: Command,
  project: string,
  participants: number,
): Promise<Result<string>> {
  return change(ctx, grantProjects, project, command, () => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead', 'grant-manager');
    if (refusal) return refusal;
    return ok({
      action: 'participants set',
      set: { participants },
      result: project,
      details: { participants },
    });
  });
}
