// The columns of exported payouts. The account to pay to is not among them: it is opened one by one.
import { localDate } from '../../../engine/kernel/calendar.ts';
import type { OfStudent, payoutSeenBy } from '../../../engine/programmes/credit/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import type { Table } from '../../exports/table.ts';

type Payout = OfStudent<Awaited<ReturnType<typeof payoutSeenBy>>>;

export const payoutTable: Table<Payout> = {
  name: 'payouts',
  columns: [
    { title: 'exports:payout.id', of: ({ _id }) => _id },
    { title: 'exports:student', of: ({ student }) => student.name },
    { title: 'exports:organisation', of: ({ organisationId }) => organisationId },
    { title: 'exports:hours', of: ({ target }) => target },
    { title: 'exports:payout.amount', of: ({ amount }) => amount },
    {
      title: 'exports:state',
      of: ({ state }, language) => plainText({ key: `exports:payout-state.${state}` }, language),
    },
    { title: 'exports:payout.ordered-on', of: ({ orderedAt }) => localDate(orderedAt) },
    { title: 'exports:decided-on', of: ({ decidedAt }) => decidedAt && localDate(decidedAt) },
    { title: 'exports:payout.bank-reference', of: ({ bankReference }) => bankReference },
    { title: 'exports:reason', of: ({ reason }) => reason },
  ],
};
