// Who is notified of the working calendar: operators hear of a year that nobody has confirmed.
import { text } from '../../kernel/message.ts';
import type { Notify } from '../../parts/part.ts';
import { holdersOf } from '../../people/reach.ts';
import type { StoreContext } from '../../store/context.ts';
import type { EventOf } from '../../store/event.ts';
import type { yearUnconfirmed } from '../events.ts';

export const notifyOperators: Notify<StoreContext, EventOf<typeof yearUnconfirmed>['data']> = async (
  ctx,
  { data },
) => {
  const message = { texts: [text('common:notice.calendar-unconfirmed', { year: String(data.year) })] };
  const operators = await holdersOf(ctx, 'operator', 'all');
  return operators.map((to) => ({ to, desk: 'staff', message }));
};
