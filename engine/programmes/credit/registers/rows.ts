// Rows inside students' documents — interviews, credits, hours — as one list over many students, a page at a time.
// Ordered by student and then as they came; a row's place never changes, so a page can begin after any of them.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { covers, reachesNowhere, type Span, spanOrOperator } from '../../../kernel/span.ts';
import { people } from '../../../people/store.ts';
import { cut, type Page, type PageRequest } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { consenting } from '../consent.ts';
import { type CreditStudent, students } from '../store.ts';

export interface RowSearch {
  readonly student?: string;
  readonly organisation?: string;
  readonly state?: string;
}

export interface Row {
  readonly id: string;
  readonly organisationId: string;
  readonly state: string;
}

export interface RowKind<R extends Row> {
  /** Path of the rows' organisation in the student's document: its index finds the students. */
  readonly hostPath: 'interviews.organisationId' | 'credits.organisationId';
  /** Path of the rows' state: students with none in the wanted state are not even read. */
  readonly statePath: 'interviews.state' | 'credits.state' | 'credits.entries.state';
  readonly rowsOf: (student: CreditStudent) => readonly R[];
}

export type Placed<R> = R & { readonly student: { readonly id: string; readonly name: string } };

/** The organisations whose students an actor may see. @throws AppError `forbidden` when there are none */
export function hostsSeenBy(actor: Actor): Span {
  const span = spanOrOperator(actor, ['head', 'coordinator'], 'organisation');
  if (reachesNowhere(span)) throw new AppError('forbidden', `${actor.id} sees no students of organisations`);
  return span;
}

/** Rows at the organisations that the actor may see. @throws AppError `forbidden` */
export async function rowsSeenBy<R extends Row>(
  ctx: EngineContext,
  actor: Actor,
  kind: RowKind<R>,
  search: RowSearch,
  { limit, after }: PageRequest,
): Promise<Page<Placed<R>>> {
  const span = hostsSeenBy(actor);
  const isWanted = (row: Row) =>
    covers(span, row.organisationId) &&
    (search.organisation === undefined || row.organisationId === search.organisation) &&
    (search.state === undefined || row.state === search.state);
  const found: { readonly studentId: string; readonly row: R }[] = [];
  const documents = students
    .on(ctx.db)
    .find(filterOf(kind, search, span, after?.key) as never, { interviews: 1, credits: 1 })
    .sort({ _id: 1 })
    .lean()

    .cursor({ batchSize: limit + 1 }) as AsyncIterable<CreditStudent>;
  for await (const student of documents) {
    const rows = kind.rowsOf(student);
    const fresh = after?.key === student._id ? rowsAfter(rows, after.id) : rows;
    found.push(...fresh.filter(isWanted).map((row) => ({ studentId: student._id, row })));
    if (found.length > limit) break;
  }
  const page = cut(found, limit, ({ studentId, row }) => ({ key: studentId, id: row.id }));
  return { items: await named(ctx, span, page.items), next: page.next };
}

const rowsAfter = <R extends Row>(rows: readonly R[], id: string): readonly R[] =>
  rows.slice(rows.findIndex((row) => row.id === id) + 1);

function filterOf(
  { hostPath, statePath }: Pick<RowKind<Row>, 'hostPath' | 'statePath'>,
  search: RowSearch,
  span: Span,
  from: string | undefined,
): Record<string, unknown> {
  const conditions: Record<string, unknown>[] = [];
  if (from !== undefined) conditions.push({ _id: trusted({ $gte: from }) });
  if (search.student !== undefined) conditions.push({ _id: search.student });
  if (search.state !== undefined) conditions.push({ [statePath]: search.state });
  if (search.organisation !== undefined) conditions.push({ [hostPath]: search.organisation });
  if (span !== 'all') conditions.push({ [hostPath]: trusted({ $in: [...span] }) });
  return conditions.length > 0 ? { $and: conditions } : {};
}

/** Names of persons by id: those who are gone have none. */
export async function namesOf(
  ctx: EngineContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...new Set(ids)] }) } as never, { name: 1 })
    .lean();
  return new Map(found.map((each) => [each._id, each.name]));
}

/** Whose consent is over stays nameless to the organisations: their rows are left as the record of what was decided. */
async function named<R extends Row>(
  ctx: EngineContext,
  span: Span,
  found: readonly { readonly studentId: string; readonly row: R }[],
): Promise<readonly Placed<R>[]> {
  const ids = found.map((each) => each.studentId);
  const names = await namesOf(ctx, span === 'all' ? ids : [...(await consenting(ctx, ids))]);
  return found.map(({ studentId, row }) => ({
    ...row,
    student: { id: studentId, name: names.get(studentId) ?? '' },
  }));
}
