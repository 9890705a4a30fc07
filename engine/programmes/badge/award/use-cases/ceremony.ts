// The operator sets the ceremony of a year: in December, in the capital, a regional centre or a city of republican significance.
import { type Command, systemActor } from '../../../../kernel/actor.ts';
import { isLocalDate, isLocalTime, localDate } from '../../../../kernel/calendar.ts';
import { ok, type Refused, type Result, refused } from '../../../../kernel/result.ts';
import { change, create } from '../../../../store/command.ts';
import type { EngineContext } from '../../../context.ts';
import { isOperator } from '../../rights.ts';
import { ceremonySet } from '../events.ts';
import { placeOf } from '../places.ts';
import { awards, ceremonies } from '../store.ts';

export interface CeremonyWish {
  readonly on: string;
  readonly time: string;
  readonly region: string;
  readonly venue: string;
}

const DECEMBER = '12';

/** Set anew it takes the place of what was set before. @returns the year */
export async function setCeremony(
  ctx: EngineContext,
  command: Command,
  { on, time, region, venue }: CeremonyWish,
): Promise<Result<string>> {
  const wrong = faultOf(ctx, command, on, time, region);
  if (wrong) return wrong;
  const year = on.slice(0, 4);
  const first = {
    action: 'ceremony set',
    set: { ...{ on, time, region, venue }, setBy: command.actor.id, setAt: ctx.clock.now() },
    events: [ceremonySet({ year })],
    result: year,
  };
  const made = await create(ctx, ceremonies, year, command, first);
  return made.created ? ok(year) : change(ctx, ceremonies, year, command, () => ok(first));
}

function faultOf(
  ctx: EngineContext,
  { actor }: Command,
  on: string,
  time: string,
  region: string,
): Refused | null {
  if (!isOperator(actor)) return refused('common.not-allowed');
  if (!isLocalDate(on) || !isLocalTime(time) || on.slice(5, 7) !== DECEMBER)
    return refused('badge-award.ceremony-in-december');
  if (on < localDate(ctx.clock.now())) return refused('badge-award.ceremony-in-past');
  return placeOf(region) ? null : refused('badge-award.ceremony-place');
}

/** Laureates who are invited and wait for a ceremony are invited to this one. @param cause the event */
export async function assignCeremony(ctx: EngineContext, cause: string, year: string): Promise<void> {
  const waiting = { ceremony: null, state: 'awarded' as const, 'decision.invited': true };
  const found = await awards
    .on(ctx.db)
    .find(waiting as never, { _id: 1 })
    .lean();
  for (const { _id } of found)
    await change(ctx, awards, _id, { id: `event/${cause}/ceremony`, actor: systemActor }, () =>
      ok({ action: 'invited to the ceremony', set: { ceremony: year }, result: _id }),
    );
}
