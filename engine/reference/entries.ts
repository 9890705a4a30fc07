// Reading, adding and editing entries of reference data. Seeds stand beside what is stored, at version 0, until an edit
// takes their place: a better seed in a later release reaches whatever nobody has touched.
import type { TProperties } from 'typebox';
import { type Command, holds } from '../kernel/actor.ts';
import { isLocalDate, type LocalDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import { foldedLookAlikes } from '../kernel/names.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change, create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { Bookkeeping } from '../store/owned.ts';
import type { Entry, ReferenceCollection } from './collection.ts';

export interface Versioned<P extends TProperties> {
  readonly entry: Entry<P>;
  /** 0 for a seed that nobody has edited. */
  readonly version: number;
}

export interface Wanted {
  /** Only what holds on that day. */
  readonly on?: LocalDate | undefined;
  /** Part of a name or of the id; Kazakh letters and Latin look-alikes are folded. */
  readonly q?: string | undefined;
  /** Beginning of the id. */
  readonly prefix?: string | undefined;
}

/** By id, seeds included. */
export async function entriesOf<P extends TProperties>(
  ctx: Pick<StoreContext, 'db'>,
  from: ReferenceCollection<P>,
  { on, q, prefix = '' }: Wanted = {},
): Promise<readonly Versioned<P>[]> {
  const within = { _id: { $gte: prefix, $lt: `${prefix}\uffff` } };
  const stored = (
    await from.store
      .raw(ctx.db)
      .find(within as never)
      .toArray()
  ).map(versioned<P>);
  const known = new Set(stored.map(({ entry }) => entry.id));
  const seeds = from.seeds(prefix).filter(({ id }) => !known.has(id));
  const all = [...stored, ...seeds.map((entry) => ({ entry, version: 0 }))];
  return all
    .filter(({ entry }) => (on === undefined || isValidOn(entry, on)) && matches(entry, q))
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

/** @throws AppError `not-found` */
export async function entryOf<P extends TProperties>(
  ctx: Pick<StoreContext, 'db'>,
  from: ReferenceCollection<P>,
  id: string,
): Promise<Versioned<P>> {
  const stored = await from.store.raw(ctx.db).findOne({ _id: { $eq: id } } as never);
  if (stored) return versioned<P>(stored);
  const seed = from.seeds(id).find((each) => each.id === id);
  if (seed) return { entry: seed, version: 0 };
  throw new AppError('not-found', `${from.name}/${id} does not exist`);
}

/** @returns its id; refused where there is one with that id already */
export async function addEntry<P extends TProperties>(
  ctx: StoreContext,
  into: ReferenceCollection<P>,
  command: Command,
  { id, ...fields }: Pick<Entry<P>, 'id'> & object,
): Promise<Result<string>> {
  const wrong = refusal(command, fields);
  if (wrong) return wrong;
  const known = refused('common.reference-known', { id });
  if (into.seeds(id).some((each) => each.id === id)) return known;
  const made = await create(ctx, into.store, id, command, firstOf(id, fields));
  return made.created ? ok(id) : known;
}

/**
 * @param seen the version that the editor saw
 * @throws AppError `version-conflict` when it is another by now; `not-found`
 */
export async function editEntry<P extends TProperties>(
  ctx: StoreContext,
  of: ReferenceCollection<P>,
  command: Command,
  id: string,
  seen: number,
  patch: object,
): Promise<Result<string>> {
  const { entry, version } = await entryOf(ctx, of, id);
  const wrong = refusal(command, { ...entry, ...patch });
  if (wrong) return wrong;
  const conflict = (now: number) =>
    new AppError('version-conflict', `${of.name}/${id} is at ${now}, not at ${seen}`);
  if (version === 0) {
    if (seen !== 0) throw conflict(version);
    const { id: _, ...fields } = { ...entry, ...patch };
    const made = await create(ctx, of.store, id, command, firstOf(id, fields));
    if (!made.created) throw conflict(1);
    return ok(id);
  }
  return change(ctx, of.store, id, command, (state) => {
    const { v } = state as Bookkeeping;
    if (v !== seen) throw conflict(v);
    return ok({
      action: 'reference entry edited',
      set: patch as never,
      details: { fields: patch },
      result: id,
    });
  });
}

const firstOf = (id: string, fields: object) => ({
  action: 'reference entry added',
  set: fields as never,
  details: { fields },
  result: id,
});

export const mayEdit = ({ actor }: Command): boolean =>
  actor.kind === 'system' || holds(actor, 'operator', 'all');

function refusal(command: Command, { from, to }: { readonly from?: unknown; readonly to?: unknown }) {
  if (!mayEdit(command)) return refused('common.not-allowed');
  const days = [from, to].filter((each) => typeof each === 'string');
  const isSound = days.every(isLocalDate) && (days.length < 2 || String(from) <= String(to));
  return isSound ? null : refused('common.reference-dates');
}

function versioned<P extends TProperties>(document: object): Versioned<P> {
  const { _id, v, applied: _applied, audit: _audit, outbox: _outbox, ...fields } = document as Bookkeeping;
  const dates = { from: null, to: null };
  return { entry: { id: _id, ...dates, ...fields } as unknown as Entry<P>, version: v };
}

export const isValidOn = (
  { from, to }: { readonly from: LocalDate | null; readonly to: LocalDate | null },
  on: LocalDate,
): boolean => (from === null || from <= on) && (to === null || on <= to);

function matches({ id, kk, ru, en }: Pick<Entry, 'id' | 'kk' | 'ru' | 'en'>, q: string | undefined): boolean {
  if (q === undefined) return true;
  const wanted = foldedLookAlikes(q);
  return [id, kk, ru, en].some((each) => foldedLookAlikes(each).includes(wanted));
}
