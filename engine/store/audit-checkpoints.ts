// Daily checkpoints over the heads of all audit chains: signed, counted, each linked to the one before. Who alters the
// log, the documents and every hash in step still cannot alter what a checkpoint has seen.
// A checkpoint lists the heads that moved since the one before, in parts; all of them together list every document.
import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { addDays, type LocalDate, localDate } from '../kernel/calendar.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { HOUR } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { headsOf, ownerCollections } from './audit-heads.ts';
import { isDuplicate } from './command.ts';
import type { StoreContext } from './context.ts';
import { collection, Instant } from './model.ts';

const partShape = Type.Object({
  _id: Type.String(),
  heads: Type.Array(Type.Object({ document: Type.String(), seq: Type.Integer(), head: Type.String() })),
});
const checkpointShape = Type.Object({
  /** A day in Kazakhstan: one checkpoint each. */
  _id: Type.String(),
  /** When it was taken; on a later day where the work stood still. */
  at: Instant,
  /** SHA-256 of the checkpoint before, signature included; empty in the first. */
  previous: Type.String(),
  /** How many documents there were, and links of their chains in all. */
  counts: Type.Array(
    Type.Object({ collection: Type.String(), documents: Type.Integer(), links: Type.Integer() }),
  ),
  parts: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() })),
  /** The public key that checks the signature. */
  key: Type.String(),
  signature: Type.String(),
});
export type Checkpoint = Static<typeof checkpointShape>;
export type CheckpointPart = Static<typeof partShape>;
type Unsigned = Omit<Checkpoint, 'signature'>;

export const checkpoints = collection('audit_checkpoints', checkpointShape);
export const checkpointParts = collection('audit_checkpoint_parts', partShape);

const HEADS_A_PART = 1_000;
/** Longer than two machines' clocks differ: a head that moved about then is listed twice, never left out. */
const OVERLAP = HOUR;

/** What is signed: everything but the signature. */
export const signedText = ({ _id, at, previous, counts, parts, key }: Unsigned): string =>
  canonicalJson({ day: _id, at, previous, counts, parts, key });

export const checkpointHash = (checkpoint: Checkpoint): string =>
  sha256(`${signedText(checkpoint)}\n${checkpoint.signature}`);

export const partDigest = (part: CheckpointPart): string =>
  sha256(canonicalJson(part.heads.map(({ document, seq, head }) => ({ document, seq, head }))));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Takes the checkpoint of today, and those of the days since the last one on which none was taken. Called by a
 * recurring job; several workers at once make one checkpoint a day.
 * @returns the days for which this call made one
 */
export async function takeDueCheckpoints(ctx: StoreContext): Promise<readonly LocalDate[]> {
  const today = localDate(ctx.clock.now());
  const made: LocalDate[] = [];
  for (;;) {
    const last = await lastCheckpoint(ctx);
    if (last && last._id >= today) return made;
    const day = last ? addDays(last._id, 1) : today;
    if (await takeCheckpoint(ctx, day, last)) made.push(day);
  }
}

export async function lastCheckpoint(ctx: StoreContext): Promise<Checkpoint | null> {
  const [last] = await checkpoints.on(ctx.db).find({}).sort({ _id: -1 }).limit(1).lean();
  return (last as Checkpoint | undefined) ?? null;
}

async function takeCheckpoint(ctx: StoreContext, day: LocalDate, last: Checkpoint | null): Promise<boolean> {
  const at = ctx.clock.now();
  const since = last && new Date(last.at.getTime() - OVERLAP);
  const { counts, parts } = await listHeads(ctx, day, since);
  const { publicKey, sign } = ctx.sealer.checkpoints;
  const previous = last ? checkpointHash(last) : '';
  const unsigned: Unsigned = { _id: day, at, previous, counts, parts, key: publicKey };
  const checkpoint = checkpoints.check({ ...unsigned, signature: sign(signedText(unsigned)) });
  try {
    await checkpoints.on(ctx.db).collection.insertOne(checkpoint as never);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Stores the heads that moved, in parts under ids of this call alone; what is left of a call that broke off is named nowhere. */
async function listHeads(ctx: StoreContext, day: LocalDate, since: Date | null) {
  const counts: Checkpoint['counts'] = [];
  const parts: Checkpoint['parts'] = [];
  const call = newId();
  let heads: CheckpointPart['heads'] = [];
  const store = async () => {
    const part = checkpointParts.check({ _id: `${day}/${call}/${parts.length + 1}`, heads });
    await checkpointParts.on(ctx.db).collection.insertOne(part as never);
    parts.push({ id: part._id, digest: partDigest(part) });
    heads = [];
  };
  for (const name of await ownerCollections(ctx)) {
    const count = { collection: name, documents: 0, links: 0 };
    for await (const { document, seq, head, at } of headsOf(ctx, name)) {
      count.documents += 1;
      count.links += seq;
      if (since === null || at === null || at >= since) heads.push({ document, seq, head });
      if (heads.length === HEADS_A_PART) await store();
    }
    counts.push(count);
  }
  if (heads.length > 0) await store();
  return { counts, parts };
}
