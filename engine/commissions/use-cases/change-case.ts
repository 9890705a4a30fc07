// What all changes of a case share: it is judged beside its commission as that is now, and events name it alike.
import type { Command } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import { type Change, change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { type Case, type Commission, cases, commissionOf } from '../store.ts';

/** Looks at the case and its commission and decides, changing nothing itself. */
export type DecideCase<R> = (
  found: Case,
  commission: Commission,
) => Result<Change<Case, R>> | Promise<Result<Change<Case, R>>>;

export function changeCase<R>(
  ctx: StoreContext,
  command: Command,
  id: string,
  decide: DecideCase<R>,
): Promise<Result<R>> {
  return change(ctx, cases, id, command, async (found) =>
    decide(found, await commissionOf(ctx, found.commission)),
  );
}

/** What every event of a case carries. */
export const ofCase = ({ _id, commission, sitting, subject, question }: Case) => ({
  ...{ commission, sitting, case: _id, subject, question },
});
