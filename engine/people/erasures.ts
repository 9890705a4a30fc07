// The register of erasures: who was erased, when and by whom. It is the one thing that outlives a restore — backups hold
// people as they were, so every erasure since then is carried out again. Names nobody.
import { trusted } from 'mongoose';
import Type from 'typebox';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant, nullable } from '../store/model.ts';

const erasures = collection(
  'erasures',
  Type.Object({
    /** Person id. */
    _id: Type.String(),
    at: Instant,
    /** Who asked: `person:<id>` or `key:<id>`. */
    by: Type.String(),
    /** Keyed hash of the IIN, only where something was paid or granted that still counts against the caps. */
    iinHash: nullable(Type.String()),
  }),
  [{ fields: { at: 1 } }, { fields: { iinHash: 1 } }],
);

/** One erasure as plain JSON, to be kept outside the database too. */
export interface Erasure {
  readonly person: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly iinHash: string | null;
}

/** Notes an erasure; a repeat changes nothing. */
export async function keepErasure(ctx: StoreContext, { person, at, by, iinHash }: Erasure): Promise<void> {
  const fresh = { at: new Date(at), by, iinHash };
  await erasures.on(ctx.db).updateOne({ _id: person }, { $setOnInsert: fresh }, { upsert: true });
}

/** Erasures asked for at an instant or later, oldest first. */
export async function erasuresSince(ctx: StoreContext, instant: Date): Promise<readonly Erasure[]> {
  const found = await erasures
    .on(ctx.db)
    .find({ at: trusted({ $gte: instant }) } as never)
    .sort({ at: 1, _id: 1 })
    .lean();
  return found.map(({ _id, at, by, iinHash }) => ({ person: _id, at: at.toISOString(), by, iinHash }));
}

/** Ids under which the bearer of an IIN was known before being erased, where something of then still counts. */
export async function formerIds(ctx: StoreContext, iinHash: string | null): Promise<readonly string[]> {
  if (iinHash === null) return [];
  const found = await erasures.on(ctx.db).find({ iinHash }, { _id: 1 }).lean();
  return found.map((each) => each._id);
}
