// Makes the sum of one owner anew from the parts that are stored. Sums made at the same time never undo one another: each
// names the round it began in, and is made again where another one was written meanwhile.
import { canonicalJson } from '../kernel/canonical.ts';
import { AppError } from '../kernel/errors.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { CountedPart, ProgressKind, Sum } from './kind.ts';
import { EVERYONE, progressParts, progressSums, type StoredSum, storedId } from './store.ts';

/** More than entries of one owner are ever decided in the same moment. */
const ATTEMPTS = 50;

/** @returns whether the sum is another one than before */
export async function sumUp<C extends StoreContext>(
  ctx: C,
  kind: ProgressKind<C>,
  owner: string,
): Promise<boolean> {
  const _id = storedId(kind.id, owner);
  const model = progressSums.on(ctx.db);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await model.findById(_id).lean();
    const sum = await kind.sum(ctx, owner, await partsOf(ctx, kind.id, owner));
    if (!sum) return (await model.deleteOne({ _id })).deletedCount > 0;
    const round = before?.round ?? 0;
    const after = documentOf(kind.id, owner, sum, round + 1);
    if (await written(ctx, after, before?.round)) return !before || isAnother(before, after);
  }
  throw new AppError('contended', `the sum of ${_id} was made by others ${ATTEMPTS} times`);
}

/** Written also where nothing is another: so that a sum that began before this one is made again. */
async function written(ctx: StoreContext, sum: StoredSum, round: number | undefined): Promise<boolean> {
  const model = progressSums.on(ctx.db);
  if (round !== undefined)
    return (await model.replaceOne({ _id: sum._id, round }, sum as never)).matchedCount === 1;
  try {
    await model.collection.insertOne(sum as never);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

const documentOf = (kind: string, owner: string, sum: Sum, round: number): StoredSum =>
  progressSums.check({
    _id: storedId(kind, owner),
    ...{ kind, owner, round },
    groups: [EVERYONE, ...sum.groups].map((group) => storedId(kind, group)),
    score: sum.score,
    figures: sum.figures,
    details: sum.details,
  });

const isAnother = ({ round: _a, ...before }: StoredSum, { round: _b, ...after }: StoredSum): boolean =>
  canonicalJson(before) !== canonicalJson(after);

/** What counts, in no order. */
async function partsOf(ctx: StoreContext, kind: string, owner: string): Promise<readonly CountedPart[]> {
  const found = await progressParts.on(ctx.db).find({ kind, owner }, { part: 1 }).lean();
  return found.flatMap(({ part }) => (part === null ? [] : [part]));
}
