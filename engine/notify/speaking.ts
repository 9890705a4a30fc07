// Notes in each notice whom it speaks of: who and what its event or its due date is about. Done for every part alike by
// whoever runs their subscribers (engine/jobs); a part itself names only whom those do not lead to.
import { idsIn, speakingOf } from '../kernel/about.ts';
import type { Notice, Settlement } from './notice.ts';

export interface Source {
  /** Of the event, which begins with its document; of the timer. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function speaking(
  notices: readonly (Notice | Settlement)[],
  { id, data }: Source,
): readonly (Notice | Settlement)[] {
  const values = Object.values(data).filter((each): each is string => typeof each === 'string');
  const subject = idsIn(id, ...values);
  return notices.map((each) => {
    const card = 'settles' in each ? each.settles : (each.card ?? '');
    // What very many are told is about nobody of them.
    const ids = 'to' in each && each.toMany ? [] : [...subject, ...idsIn(card)];
    const own = 'settles' in each && each.own;
    return {
      ...each,
      message: speakingOf(each.message, ids),
      ...(own && { own: { ...own, message: speakingOf(own.message, ids) } }),
    };
  });
}
