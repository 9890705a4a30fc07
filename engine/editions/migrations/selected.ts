// Whom a migration moves, and to which day: those of the set whose day is another one afterwards.
import type { LocalDate } from '../../kernel/calendar.ts';
import type { StoreContext } from '../../store/context.ts';
import type { Enrolled, Enrolment } from './enrolment.ts';
import type { RuleMigration } from './store.ts';

type Which = Pick<RuleMigration, 'to' | 'before'>;

/** The day whose rules somebody is under after the migration. */
export const dayAfter = ({ to }: Pick<Which, 'to'>, { begun }: Pick<Enrolled, 'begun'>): LocalDate =>
  to ?? begun;

export async function* selected<C extends StoreContext>(
  ctx: C,
  { enrolled }: Enrolment<C>,
  which: Which,
): AsyncIterable<readonly Enrolled[]> {
  for await (const batch of enrolled(ctx))
    yield batch.filter(
      (each) => (which.before === null || each.under < which.before) && dayAfter(which, each) !== each.under,
    );
}
