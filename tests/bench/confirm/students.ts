// Students at work with reported hours, and their coordinator.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { HOUR } from '../../../engine/kernel/clock.ts';
import { organisationScope } from '../../../engine/organisations/accreditation.ts';
import { type CreditStudent, students } from '../../../engine/programmes/credit/store.ts';
import type { StoreContext } from '../../../engine/store/context.ts';
import { insertAll } from '../harness/insert.ts';
import { personId, settlePeople } from '../turn/people.ts';

const ORGANISATION = 'bench-host';
/** Of each student: about what 20 hours come in. */
const ENTRIES = 8;
/** As many as are confirmed at once, so that few meet at one document. */
const FEWEST = 32;

export const coordinator: Actor = {
  kind: 'person',
  id: 'bench-coordinator',
  grants: [{ role: 'coordinator', scope: organisationScope(ORGANISATION) }],
};

/** Ids of entries, so that neighbours belong to different students. */
export async function settleStudents(ctx: StoreContext, entries: number): Promise<readonly string[]> {
  const count = Math.max(Math.ceil(entries / ENTRIES), Math.min(entries, FEWEST));
  // Their consents stand with the people.
  await settlePeople(ctx, count);
  await insertAll(students.on(ctx.db).collection as never, count, (n) => students.check(studentOf(ctx, n)));
  const all = Array.from({ length: ENTRIES }, (_, entry) =>
    Array.from({ length: count }, (_each, n) => entryId(n, entry)),
  );
  return all.flat().slice(0, entries);
}

/** Every entry waits for its decision again. */
export async function reportAgain(ctx: StoreContext): Promise<void> {
  const waiting = { state: 'reported', decidedBy: null, decidedAt: null };
  const entries = Object.entries(waiting).map(([name, value]) => [`credits.0.entries.$[].${name}`, value]);
  const fields = { ...Object.fromEntries(entries), outbox: [], applied: [] };
  await students.raw(ctx.db).updateMany({}, { $set: fields });
}

/** How many entries are confirmed, by whomever. */
export async function confirmedIn(ctx: StoreContext): Promise<number> {
  const all = await students
    .raw(ctx.db)
    .find({}, { projection: { credits: 1 } })
    .toArray();
  const entries = all.flatMap((each) => each.credits.flatMap((credit) => credit.entries));
  return entries.filter((entry) => entry.state === 'confirmed').length;
}

const entryId = (student: number, entry: number): string => `entry-${student}-${entry}`;

function studentOf(ctx: StoreContext, n: number): CreditStudent {
  const now = ctx.clock.now();
  const undecided = { decidedBy: null, decidedAt: null, reason: null };
  const entries = Array.from({ length: ENTRIES }, (_, entry) => ({
    id: entryId(n, entry),
    date: '2026-09-01',
    start: '10:00',
    minutes: 60,
    what: 'Кітап оқу',
    media: [],
    state: 'reported' as const,
    reportedAt: new Date(now.getTime() - HOUR),
    ...undecided,
  }));
  const credit = {
    id: `credit-${n}`,
    interviewId: `interview-${n}`,
    projectId: 'bench-project',
    organisationId: ORGANISATION,
    target: 20,
    year: 2026,
    startedOn: '2026-09-01',
    state: 'working' as const,
    entries,
    report: null,
    entitlement: null,
    admission: null,
  };
  const bookkeeping = { v: 1, applied: [], audit: { seq: 0, head: '' }, outbox: [] };
  return { _id: personId(n), ...bookkeeping, interviews: [], credits: [credit] };
}
