// Undoes what was decided together, each item as if it were undone by itself: what something rests on already stays decided.
import type { Command } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import type { StoreContext } from '../../store/context.ts';
import type { ReviewKinds } from '../declared.ts';
import { undoDecision } from '../undo.ts';
import { bulkOf, found } from './decide.ts';
import { type Bulk, type BulkItem, bulks } from './store.ts';

/** @returns it with why each that stays was not undone. @throws AppError `not-found` */
export async function undoBulk<C extends StoreContext>(
  ctx: C,
  command: Command,
  kinds: ReviewKinds<C>,
  id: string,
): Promise<Result<Bulk>> {
  const bulk = await bulkOf(ctx, command.actor.id, id);
  if (bulk.state === 'asked') return refused('reviews.nothing-to-undo');
  if (bulk.state === 'undone') return ok(bulk);
  const kind = kinds.get(bulk.kind);
  if (!kind) throw new AppError('not-found', `no kind ${bulk.kind}`);
  const items: BulkItem[] = [];
  for (const item of bulk.items) {
    if (item.left === null) continue;
    const own = { ...command, id: `bulk-undo/${id}/${item.subject}`, seen: item.left };
    const result = await found(() => undoDecision(ctx, own, kind, item.subject));
    items.push({ ...item, refused: result.ok ? null : result.reasons });
  }
  const first = items.find((each) => each.refused !== null);
  // Too late for all of them: they stay decided, and it may be said so again.
  if (first && items.every((each) => each.refused !== null))
    return { ok: false, reasons: first.refused as never };
  await bulks.on(ctx.db).updateOne({ _id: id, state: 'decided' }, { $set: { state: 'undone', items } });
  return ok(await bulkOf(ctx, command.actor.id, id));
}
