// A participant's entries of one week, confirmed together.
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { BulkDecision } from '../../../reviews/kind.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { mondayOf, sundayOf, weekOf } from '../progress/weeks.ts';
import { entryOf } from './cases.ts';
import { decideEntry } from './decide-entry.ts';
import type { Entry } from './store.ts';

/** `<participation>-<week>`. */
export const groupOf = ({ participation, date }: Pick<Entry, 'participation' | 'date'>): string =>
  `${participation}-${weekOf(date)}`;

export const entriesOfWeek: BulkDecision<EngineContext> = {
  decision: 'badge.entry-approve',
  button: 'badge-mentor:button.approve-week',
  async title(ctx, group) {
    const at = group.indexOf('-');
    const week = group.slice(at + 1);
    const { person } = await participationOf(ctx, group.slice(0, at));
    const params = { name: await nameOf(ctx, person), from: mondayOf(week), to: sundayOf(week) };
    return naming(text('badge-mentor:bulk.title', params), person);
  },
  async line(ctx, id) {
    const { state, date, direction, kind, minutes } = await entryOf(ctx, id);
    const params = { state, date, direction, kind };
    return minutes === null
      ? text('badge-journal:entries.line', params)
      : text('badge-journal:entries.line-minutes', { ...params, minutes });
  },
  decide: (ctx, command, id) => decideEntry(ctx, command, id, { how: 'approved' }),
};
