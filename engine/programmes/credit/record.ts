// Everything that the credit programme keeps of one person, as they may take it with them. Names of others never stand in
// it: who decided is an id.
import type { EngineContext } from '../context.ts';
import { payouts, projects, recredits, students } from './store.ts';

const BOOKKEEPING = { v: 0, applied: 0, outbox: 0, audit: 0 };

export async function recordOf(ctx: EngineContext, personId: string): Promise<unknown> {
  const student = await students.on(ctx.db).findById(personId, { interviews: 1, credits: 1 }).lean();
  if (!student) return null;
  const paid = await payouts.on(ctx.db).find({ studentId: personId }, BOOKKEEPING).lean();
  const granted = await recredits
    .on(ctx.db)
    .find({ studentId: personId } as never, BOOKKEEPING)
    .lean();
  const ids = new Set([...student.interviews, ...student.credits].map((each) => each.projectId));
  const titles: Record<string, string> = {};
  for (const id of ids)
    titles[id] = (await projects.on(ctx.db).findById(id, { title: 1 }).lean())?.title ?? '';
  return {
    projects: titles,
    interviews: student.interviews,
    /** Hours, report, and the decisions with their receipts: `admission` and `entitlement`. */
    credits: student.credits,
    payouts: paid,
    recredits: granted,
  };
}
