// Reminders to the staff when a due date comes, if what it was set for still waits: first to whom it waits for,
// then to the operators.
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { text } from '../../../kernel/message.ts';
import { organisationOf } from '../../../organisations/accreditation.ts';
import type { TimerHandling } from '../../../parts/part.ts';
import { shellButton } from '../../../reviews/card.ts';
import type { EngineContext } from '../../context.ts';
import { activeCreditStates } from '../states.ts';
import { entryItem, interviewItem, reportItem } from '../views/review-items.ts';
import { whoParams } from './cards-who.ts';
import { decidersOf } from './staff-cards.ts';
import { operatorsOf, toEach } from './staff-recipients.ts';

interface Waiting {
  readonly params: ReturnType<typeof whoParams>;
  readonly student: string;
}

/** What still waits; null when it was decided meanwhile. */
type StillWaiting = (ctx: EngineContext, id: string, dueAt: Date) => Promise<Waiting | null>;

const waitingInterview: StillWaiting = async (ctx, id) => {
  const { student, interview, project } = await interviewItem(ctx, id);
  if (interview.state !== 'booked') return null;
  const params = { ...whoParams(student), project: project.title, when: interview.startsAt.toISOString() };
  return { student: student.id ?? '', params };
};

const waitingHours: StillWaiting = async (ctx, id) => {
  const { student, credit, entry, project } = await entryItem(ctx, id);
  if (entry.state !== 'reported' || !activeCreditStates.includes(credit.state)) return null;
  const { name: organisation } = await organisationOf(ctx, credit.organisationId);
  const { date, minutes, reportedAt } = entry;
  const work = { project: project.title, organisation, date, minutes, since: reportedAt.toISOString() };
  return { student: student.id ?? '', params: { ...whoParams(student), ...work } };
};

/** A report that was returned and sent again is counted from its last sending: the due date of an earlier one is void. */
const waitingReport =
  (days: 'reportReminderDays' | 'reportEscalationDays'): StillWaiting =>
  async (ctx, id, dueAt) => {
    const { student, credit, project, organisation } = await reportItem(ctx, id);
    if (credit.state !== 'report-sent' || !credit.report) return null;
    const { sentAt } = credit.report;
    const sent = localDate(sentAt);
    if (dueAt < endOfDay(addDays(sent, ctx.rules.number('credit', days, sent)))) return null;
    const work = { project: project.title, organisation: organisation.name, since: sentAt.toISOString() };
    return { student: student.id ?? '', params: { ...whoParams(student), ...work } };
  };

const remind =
  (kind: keyof typeof decidersOf, key: string, still: StillWaiting): TimerHandling<EngineContext> =>
  async (ctx, { data, dueAt }) => {
    const id = String(data.id);
    const waiting = await still(ctx, id, dueAt);
    if (!waiting) return [];
    const open = shellButton('open', 'staff.open', `${kind}.${id}`);
    const texts = [text(`credit-staff:notice.${key}`, waiting.params)];
    return toEach(await decidersOf[kind](ctx, id), { texts, buttons: [[open]] });
  };

const escalate =
  (key: string, still: StillWaiting): TimerHandling<EngineContext> =>
  async (ctx, { data, dueAt }) => {
    const waiting = await still(ctx, String(data.id), dueAt);
    if (!waiting) return [];
    const texts = [text(`credit-staff:notice.${key}`, waiting.params)];
    return toEach(await operatorsOf(ctx, waiting.student), { texts });
  };

export const notifyStaffOnTime: Readonly<Record<string, TimerHandling<EngineContext>>> = {
  'credit.interview-result-due': remind('interview', 'interview-result-due', waitingInterview),
  'credit.hours-waiting': remind('hours', 'hours-waiting', waitingHours),
  'credit.hours-stuck': escalate('hours-stuck', waitingHours),
  'credit.report-waiting': remind('report', 'report-waiting', waitingReport('reportReminderDays')),
  'credit.report-stuck': escalate('report-stuck', waitingReport('reportEscalationDays')),
};
