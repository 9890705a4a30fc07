// Which editions there are: the newest of each programme, and any earlier one by its number.
import { AppError } from '../kernel/errors.ts';
import type { RuleContent } from '../rules/rule-book.ts';
import type { StoreContext } from '../store/context.ts';
import { type Edition, over } from './edition.ts';
import { shippedEditions } from './shipped.ts';
import { rulePublications } from './store.ts';

type Reading = Pick<StoreContext, 'db'>;

/** The shipped edition of a programme. @throws AppError `not-found` */
export function shippedOf(programme: string): Edition {
  const found = shippedEditions().find((each) => each.programme === programme);
  if (found) return found;
  throw new AppError('not-found', `no rules of a programme ${programme}`);
}

/** The newest edition of every programme. */
export const newestEditions = (ctx: Reading): Promise<readonly Edition[]> =>
  Promise.all(shippedEditions().map(({ programme }) => newestEdition(ctx, programme)));

export async function newestEdition(ctx: Reading, programme: string): Promise<Edition> {
  const newest = await rulePublications
    .on(ctx.db)
    .findOne({ programme }, { number: 1, content: 1 })
    .sort({ number: -1 })
    .lean();
  const shipped = shippedOf(programme);
  return newest ? over(shipped, newest.number, contentOf(newest.content)) : shipped;
}

/** An edition by its number; 0 is the shipped one. @throws AppError `not-found` */
export async function editionOf(ctx: Reading, programme: string, number: number): Promise<Edition> {
  const shipped = shippedOf(programme);
  if (number === 0) return shipped;
  const found = await rulePublications.on(ctx.db).findOne({ programme, number }, { content: 1 }).lean();
  if (found) return over(shipped, number, contentOf(found.content));
  throw new AppError('not-found', `${programme} has no edition ${number}`);
}

/** The numbers of the newest editions: changes exactly when something was published. */
export async function newestNumbers(ctx: Reading): Promise<string> {
  const found = await rulePublications.on(ctx.db).distinct('_id');
  return [...found].sort().join(' ');
}

const contentOf = (json: string): RuleContent => JSON.parse(json) as RuleContent;
