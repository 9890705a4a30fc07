// A student reports hours of work; only what the coordinator confirms will count.
import type { Command } from '../../../kernel/actor.ts';
import { instantOf, isLocalDate, isLocalTime, minutesOfDay } from '../../../kernel/calendar.ts';
import { MINUTE } from '../../../kernel/clock.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { actingStudent, projectOf, withCredit } from '../cases.ts';
import { refuseUnconsented } from '../consent.ts';
import { hoursReported } from '../events.ts';
import { activeCredits } from '../facts.ts';
import { type Credit, type CreditStudent, type Entry, type Project, students } from '../store.ts';
import { transition } from '../transitions.ts';

type Span = Pick<ReportedHours, 'date' | 'start' | 'minutes'>;

export interface ReportedHours {
  /** Civil date and time when the work began. */
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
  readonly what: string;
  /** Ids of kept media. */
  readonly media: readonly string[];
  /** Id of the returned entry that is corrected. */
  readonly corrects?: string;
}

/** @returns the entry's id */
export async function reportHours(
  ctx: EngineContext,
  command: Command,
  hours: ReportedHours,
): Promise<Result<string>> {
  const studentId = command.actor.id;
  const unconsented = await refuseUnconsented(ctx, studentId);
  if (unconsented) return unconsented;
  await actingStudent(ctx, command);
  // All is decided within: a repeat is answered as before, also when the credit has ended meanwhile.
  return change(ctx, students, studentId, command, async (student) => {
    const [credit] = activeCredits(student);
    if (!credit) return refused('credit.no-participation');
    if (credit.state === 'report-sent') return refused('credit.hours-closed');
    const project = await projectOf(ctx, credit.projectId);
    const refusal = refusalOf(ctx, student, credit, project, hours);
    if (refusal) return refusal;
    const entry = newEntry(ctx, command, hours);
    return ok({
      action: 'hours reported',
      set: { credits: withCredit(student, credit.id, { entries: [...credit.entries, entry] }) },
      events: [hoursReported({ student: studentId, credit: credit.id, entry: entry.id })],
      result: entry.id,
      details: {
        date: hours.date,
        minutes: hours.minutes,
        ...transition('entry', entry.id, null, entry.state),
      },
    });
  });
}

function refusalOf(
  ctx: EngineContext,
  student: CreditStudent,
  credit: Credit,
  project: Project,
  hours: ReportedHours,
): Refused | null {
  const { date, start, minutes } = hours;
  if (!isLocalDate(date) || !isLocalTime(start) || !Number.isInteger(minutes) || minutes < 1)
    return refused('credit.hours-unreadable');
  if (date < credit.startedOn) return refused('credit.hours-before-start', { from: credit.startedOn });
  if (date < project.from || date > project.to)
    return refused('credit.hours-outside-project', { from: project.from, to: project.to });
  const end = instantOf(date, start).getTime() + minutes * MINUTE;
  if (end > ctx.clock.now().getTime()) return refused('credit.hours-in-future');
  return refuseBeside(ctx, student, hours);
}

/** A refusal of hours for which there is no room beside the entries that stand: they overlap, or make the day too long. */
export const refuseBeside = (ctx: EngineContext, student: CreditStudent, hours: Span): Refused | null =>
  overlapRefusal(student, hours) ?? dailyRefusal(ctx, student, hours);

/** Entries that stand: returned ones are corrected by a new entry, so they block nothing. */
const standing = (student: CreditStudent, date: string): Entry[] =>
  student.credits
    .flatMap((credit) => credit.entries)
    .filter((entry) => entry.date === date && entry.state !== 'returned');

function overlapRefusal(student: CreditStudent, hours: Span): Refused | null {
  const start = minutesOfDay(hours.start);
  if (start + hours.minutes > 24 * 60) return refused('credit.hours-past-midnight');
  const overlapped = standing(student, hours.date).find((entry) => {
    const other = minutesOfDay(entry.start);
    return start < other + entry.minutes && other < start + hours.minutes;
  });
  return overlapped
    ? refused('credit.hours-overlap', {
        date: overlapped.date,
        start: overlapped.start,
        minutes: overlapped.minutes,
      })
    : null;
}

function dailyRefusal(ctx: EngineContext, student: CreditStudent, hours: Span): Refused | null {
  const limit = ctx.rules.number('credit', 'dailyMinutesLimit', hours.date);
  const before = standing(student, hours.date).reduce((sum, entry) => sum + entry.minutes, 0);
  if (before + hours.minutes <= limit) return null;
  return refused('credit.too-many-hours-a-day', {
    limit,
    left: Math.max(0, limit - before),
    date: hours.date,
  });
}

const newEntry = (ctx: EngineContext, command: Command, hours: ReportedHours): Entry => ({
  id: derivedId(`entry ${command.id}`),
  date: hours.date,
  start: hours.start,
  minutes: hours.minutes,
  what: hours.what,
  media: [...hours.media],
  state: 'reported',
  reportedAt: ctx.clock.now(),
  decidedBy: null,
  decidedAt: null,
  reason: null,
  ...(hours.corrects !== undefined && { corrects: hours.corrects }),
});
