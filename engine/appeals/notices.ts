// What the person hears of their appeal.
import { text } from '../kernel/message.ts';
import type { Notify } from '../parts/part.ts';
import type { StoreContext } from '../store/context.ts';
import type { OfAppeal } from './events.ts';
import { appealOf } from './store.ts';

/** Upheld or decided anew, with the reason; none to whoever was erased meanwhile. */
export const decided: Notify<StoreContext, OfAppeal> = async (ctx, { data }) => {
  const { person, state, reason, openedAt } = await appealOf(ctx, data.appeal);
  if (state === 'withdrawn') return [];
  const key = state === 'upheld' ? 'appeals:notice.upheld' : 'appeals:notice.overturned';
  const said = text(key, { at: openedAt.toISOString(), reason: reason ?? '' });
  return [{ to: person, desk: 'participant', message: { texts: [said] } }];
};
