// What a student wrote that came back: a correction begins from it. Called by the student's dialogues.
import type { EngineContext } from '../../context.ts';
import { studentOf } from '../cases.ts';
import type { ReportedHours } from '../use-cases/report-hours.ts';
import type { ReportText } from '../use-cases/send-report.ts';

/** @returns null unless the entry is the student's own and was returned */
export async function returnedHours(
  ctx: EngineContext,
  studentId: string,
  entryId: string,
): Promise<ReportedHours | null> {
  const { credits } = await studentOf(ctx, studentId);
  const entry = credits.flatMap(({ entries }) => entries).find(({ id }) => id === entryId);
  if (entry?.state !== 'returned') return null;
  const { date, start, minutes, what, media } = entry;
  return { date, start, minutes, what, media: [...media] };
}

/** @returns null unless the student's report waits for its revision */
export async function returnedReport(ctx: EngineContext, studentId: string): Promise<ReportText | null> {
  const { credits } = await studentOf(ctx, studentId);
  const report = credits.find(({ state }) => state === 'report-returned')?.report;
  return report ? { text: report.text, media: [...report.media] } : null;
}
