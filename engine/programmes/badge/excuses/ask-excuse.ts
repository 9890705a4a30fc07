// A participant tells the mentor why weeks were missed (§3.3): the mentor may excuse them.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { hasConsent } from '../consent.ts';
import type { LateReason } from '../journal/states.ts';
import { isWeek, type Week, weeksBetween } from '../progress/weeks.ts';
import type { Participation } from '../store.ts';
import { excuseAsked } from './events.ts';
import { excuses } from './store.ts';

export interface AskedExcuse {
  readonly weeks: readonly Week[];
  readonly reason: LateReason;
  readonly note: string;
  readonly media?: readonly string[];
}

/** @returns the request's id */
export async function askExcuse(
  ctx: EngineContext,
  command: Command,
  participationId: string,
  { weeks, reason, note, media = [] }: AskedExcuse,
): Promise<Result<string>> {
  const participation = await participationOf(ctx, participationId);
  const { person, round } = participation;
  const refusal = await refuseAsking(ctx, command, participation, weeks);
  if (refusal) return refusal;
  const id = derivedId(`badge excuse ${command.id}`);
  await create(ctx, excuses, id, command, {
    action: 'excuse asked',
    set: {
      ...{ participation: participationId, round, person, reason, note: note.trim(), media: [...media] },
      weeks: [...new Set(weeks)].sort(),
      state: 'asked',
      askedAt: ctx.clock.now(),
      decision: null,
    },
    events: [excuseAsked({ excuse: id, participation: participationId, person })],
    result: id,
    details: { weeks },
  });
  return ok(id);
}

/** Weeks since activation that have begun, this one included, newest first. */
export function excusableWeeks(
  { activatedAt }: Pick<Participation, 'activatedAt'>,
  now: Date,
): readonly Week[] {
  return activatedAt ? [...weeksBetween(localDate(activatedAt), localDate(now))].reverse() : [];
}

async function refuseAsking(
  ctx: EngineContext,
  { actor }: Command,
  participation: Participation,
  weeks: readonly Week[],
): Promise<Refused | null> {
  const { person, state, excusedWeeks } = participation;
  if (actor.id !== person) return refused('common.not-allowed');
  if (!(await hasConsent(ctx, person))) return refused('badge-journal.without-consent');
  if (state !== 'active') return refused('badge-journal.not-active');
  const possible = excusableWeeks(participation, ctx.clock.now());
  const isSound = weeks.length > 0 && weeks.every((week) => isWeek(week) && possible.includes(week));
  if (!isSound) return refused('badge-journal.weeks-unknown');
  return weeks.every((week) => excusedWeeks.includes(week)) ? refused('badge-journal.weeks-excused') : null;
}
