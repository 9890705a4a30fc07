// All hours of a student's week, confirmed together: the same decision for each entry, seen as it stands.
import { addDays, mondayOf } from '../../../kernel/calendar.ts';
import { text } from '../../../kernel/message.ts';
import type { BulkDecision } from '../../../reviews/kind.ts';
import type { EngineContext } from '../../context.ts';
import { entryCase } from '../cases.ts';
import { whoParams } from '../notices/cards-who.ts';
import { decideHours } from '../use-cases/decide-hours.ts';
import { personView } from '../views/review-items.ts';

/** So much of what was done is shown in a line. */
const SHOWN = 80;

/** `<student>-<the week's Monday>` */
export const weekGroup = (studentId: string, date: string): string => `${studentId}-${mondayOf(date)}`;

const shortened = (what: string): string => (what.length > SHOWN ? `${what.slice(0, SHOWN - 1)}…` : what);

export const hoursOfWeek: BulkDecision<EngineContext> = {
  decision: 'credit.hours-confirm',
  button: 'credit-staff:button.confirm-week',
  title: async (ctx, group) => {
    const [studentId = '', ...date] = group.split('-');
    const from = date.join('-');
    const who = whoParams(await personView(ctx, studentId));
    return { ...text('credit-staff:bulk.hours', { ...who, from, to: addDays(from, 6) }), about: [studentId] };
  },
  line: async (ctx, entryId) => {
    const { date, start, minutes, what, media } = (await entryCase(ctx, entryId)).entry;
    const params = { date, start, minutes, what: shortened(what), count: media.length };
    return text(`credit-staff:bulk.${media.length > 0 ? 'entry-photos' : 'entry'}`, params);
  },
  decide: (ctx, command, entryId) => decideHours(ctx, command, { entryId, confirm: true }),
};
