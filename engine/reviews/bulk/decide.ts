// Decides together what was asked together, each item by a command of its own that names the version seen: what changed meanwhile is
// left out. A repeat answers as before, and one that broke off is finished.
import type { Command } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Reason, type Result, refused } from '../../kernel/result.ts';
import type { StoreContext } from '../../store/context.ts';
import type { ReviewKinds } from '../declared.ts';
import type { BulkDecision, ReviewKind } from '../kind.ts';
import { refreshReview } from '../refresh.ts';
import { type Bulk, type BulkItem, bulks } from './store.ts';

/** A bulk of this person. @throws AppError `not-found` */
export async function bulkOf(ctx: StoreContext, actorId: string, id: string): Promise<Bulk> {
  const found = await bulks.on(ctx.db).findById(id).lean();
  if (found?.by !== actorId) throw new AppError('not-found', `bulk ${id} does not exist`);
  return found;
}

/** @throws AppError `not-found` */
export async function decideBulk<C extends StoreContext>(
  ctx: C,
  command: Command,
  kinds: ReviewKinds<C>,
  id: string,
): Promise<Result<Bulk>> {
  const bulk = await bulkOf(ctx, command.actor.id, id);
  if (bulk.state === 'undone') return refused('reviews.nothing-to-undo');
  if (bulk.state === 'decided') return ok(bulk);
  const kind = kinds.get(bulk.kind);
  if (!kind?.bulk) throw new AppError('not-found', `nothing of the kind ${bulk.kind} is decided together`);
  const items: BulkItem[] = [];
  // One after the other: they most likely lie in one document.
  for (const item of bulk.items) items.push(await decideOne(ctx, command, kind, kind.bulk, bulk, item));
  await bulks.on(ctx.db).updateOne({ _id: id, state: 'asked' }, { $set: { state: 'decided', items } });
  return ok(await bulkOf(ctx, command.actor.id, id));
}

async function decideOne<C extends StoreContext>(
  ctx: C,
  command: Command,
  kind: ReviewKind<C>,
  { decide }: BulkDecision<C>,
  { _id }: Bulk,
  item: BulkItem,
): Promise<BulkItem> {
  const { subject, seen } = item;
  const own = { ...command, id: `bulk/${_id}/${subject}`, seen };
  const result = await found(() => decide(ctx, own, subject));
  if (!result.ok) return { ...item, refused: result.reasons };
  await refreshReview(ctx, kind, subject);
  return { ...item, left: (await kind.read(ctx, subject)).version };
}

/** What is gone meanwhile is refused like what has changed. */
export async function found<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return refused('reviews.gone');
    throw error;
  }
}

export const reasonsOf = ({ refused: reasons }: BulkItem): readonly Reason[] => (reasons ?? []) as Reason[];
