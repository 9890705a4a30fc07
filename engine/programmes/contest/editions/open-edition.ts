// An operator opens the edition of a year: by the parameters of that year, and by what they set otherwise. It then decides by
// its own, and so do the editions before it.
import type { Command } from '../../../kernel/actor.ts';
import { addDays, isLocalDate } from '../../../kernel/calendar.ts';
import { ok, type Reason, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import type { Calendar } from '../store.ts';
import { writeEdition } from './edition.ts';
import { type Overrides, type Settings, settingsOf } from './settings.ts';

export interface NewEdition extends Overrides {
  readonly year: number;
  /** `<year>` unless it says otherwise; stands in links and ids. */
  readonly id?: string;
}

/** @returns the edition's id */
export async function openEdition(
  ctx: EngineContext,
  command: Command,
  { year, id = String(year), ...overrides }: NewEdition,
): Promise<Result<string>> {
  if (!isOperator(command.actor) && command.actor.kind !== 'system') return refused('common.not-allowed');
  const settings = await settingsOf(ctx, year, overrides);
  const faults = faultsOf(settings);
  if (faults.length > 0) return refusedFor(faults);
  const isNew = await writeEdition(ctx, command, id, settings);
  return isNew ? ok(id) : refused('contest.edition-known', { id });
}

/** The days in the order in which they must follow, each no earlier than the one before. */
const order: readonly (keyof Calendar)[] = [
  ...(['announced', 'internalEnds', 'submissionEnds', 'regionalEnds'] as const),
  ...(['packageEnds', 'republicanEnds'] as const),
];

function faultsOf({ calendar, seats, criteria, regions }: Settings): readonly Reason[] {
  const days = order.map((name) => calendar[name]);
  const isOrdered = days.every((day, n) => isLocalDate(day) && (days[n - 1] ?? day) <= day);
  const isMarked = Object.values(criteria).every((list) => list.some(({ weight }) => weight > 0));
  return [
    ...(isOrdered && isWithin(calendar) ? [] : [{ code: 'contest.calendar-order' }]),
    ...(seats.college > 0 && seats.region > 0 ? [] : [{ code: 'contest.no-seats' }]),
    ...(isMarked ? [] : [{ code: 'contest.criteria-weightless' }]),
    ...(regions.length > 0 ? [] : [{ code: 'contest.no-regions' }]),
  ];
}

/** The republican stage begins when the regional one is over, at the earliest. */
const isWithin = ({ regionalEnds, republicanBegins, republicanEnds }: Calendar): boolean =>
  isLocalDate(republicanBegins) &&
  addDays(regionalEnds, 1) <= republicanBegins &&
  republicanBegins <= republicanEnds;
