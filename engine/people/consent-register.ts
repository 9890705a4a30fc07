// The register of consents, for operators: each as it was given, with what became of it. A consent's id is the person's
// and its place among theirs, which never changes.
import { trusted } from 'mongoose';
import { type Actor, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import { cut, type Page, type PageRequest } from '../store/page.ts';
import { type Consent, giverOf } from './consents.ts';
import { type Person, people } from './store.ts';

export interface ConsentRow
  extends Pick<Consent, 'purpose' | 'textVersion' | 'givenAt' | 'until' | 'thirdParties'> {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly givenBy: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  /** How a legal representative was known; null where nobody else gave it, and in the oldest records. */
  readonly proof: Consent['proof'] | null;
  /** Version of the person's document, for If-Match. */
  readonly v: number;
}

export interface ConsentSearch {
  readonly person?: string;
  readonly purpose?: string;
  /** Only those in force now, or only those that are not. */
  readonly live?: boolean;
}

type Row = Pick<Person, '_id' | 'name' | 'consents' | 'v'>;

/** By person, each person's oldest first. @throws AppError `forbidden` */
export async function consentsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  search: ConsentSearch,
  { limit, after }: PageRequest,
): Promise<Page<ConsentRow>> {
  refuseOthers(actor);
  const conditions = [
    { 'consents.0': trusted({ $exists: true }) },
    ...(search.person === undefined ? [] : [{ _id: search.person }]),
    ...(after ? [{ _id: trusted({ $gte: after.key }) }] : []),
  ];
  const documents = people
    .on(ctx.db)
    .find({ $and: conditions } as never, { name: 1, consents: 1, v: 1 })
    .sort({ _id: 1 })
    .lean()
    .cursor({ batchSize: limit + 1 }) as AsyncIterable<Row>;
  const found: ConsentRow[] = [];
  for await (const person of documents) {
    const rows = rowsOf(person).filter(wanted(search, ctx.clock.now()));
    const passed = after?.key === person._id ? rows.findIndex((each) => each.id === after.id) + 1 : 0;
    found.push(...rows.slice(passed));
    if (found.length > limit) break;
  }
  return cut(found, limit, ({ id, person }) => ({ key: person.id, id }));
}

/** @throws AppError `forbidden`, `not-found` */
export async function consentSeenBy(ctx: StoreContext, actor: Actor, id: string): Promise<ConsentRow> {
  refuseOthers(actor);
  const person = await people
    .on(ctx.db)
    .findById(id.replace(/\.\d+$/, ''))
    .lean();
  const found = person && rowsOf(person).find((each) => each.id === id);
  if (!found) throw new AppError('not-found', `consent ${id} does not exist`);
  return found;
}

function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'consents are for operators');
}

const rowsOf = (person: Row): ConsentRow[] =>
  person.consents.map((consent, index) => ({
    id: `${person._id}.${index + 1}`,
    person: { id: person._id, name: person.name },
    purpose: consent.purpose,
    textVersion: consent.textVersion,
    givenBy: giverOf(person, consent),
    givenAt: consent.givenAt,
    until: consent.until,
    thirdParties: consent.thirdParties,
    withdrawnAt: consent.withdrawnAt,
    withdrawnBy: consent.withdrawnBy ?? null,
    proof: consent.proof ?? null,
    v: person.v,
  }));

const wanted =
  ({ purpose, live }: ConsentSearch, now: Date) =>
  (row: ConsentRow): boolean =>
    (purpose === undefined || row.purpose === purpose) &&
    (live === undefined || live === (row.withdrawnAt === null && row.until > now));
