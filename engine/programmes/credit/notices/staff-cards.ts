// Cards of new review items to those who decide them, and the settling of every copy once a review item is decided.
import { cardsOf } from '../../../reviews/cards.ts';
import type { EngineContext } from '../../context.ts';
import type { OfCredit, OfEntry, OfInterview } from '../events.ts';
import {
  hoursReview,
  interviewReview,
  payoutReview,
  recreditReview,
  reportReview,
} from '../reviews/kinds.ts';
import { interviewItem, payoutItem, recreditItem, reportItem } from '../views/review-items.ts';
import { financialCentre, headsOf, hostsOf, hoursDeciders, registrarsOf } from './staff-recipients.ts';

type Recipients = (ctx: EngineContext, id: string) => Promise<readonly string[]>;

/** Who gets the card of a new item. */
export const decidersOf = {
  interview: async (ctx, id) => {
    const { interview, student } = await interviewItem(ctx, id);
    return hostsOf(ctx, interview.organisationId, student.id ?? '');
  },
  hours: hoursDeciders,
  report: async (ctx, id) => {
    const { credit, student } = await reportItem(ctx, id);
    return headsOf(ctx, credit.organisationId, student.id ?? '');
  },
  payout: async (ctx, id) => financialCentre(ctx, (await payoutItem(ctx, id))?.student.id ?? ''),
  recredit: async (ctx, id) => {
    const item = await recreditItem(ctx, id);
    return item ? registrarsOf(ctx, item.recredit.universityId, item.student.id ?? '') : [];
  },
} satisfies Readonly<Record<string, Recipients>>;

export const interviewCards = cardsOf(
  interviewReview,
  ({ interview }: OfInterview) => interview,
  decidersOf.interview,
);
export const hoursCards = cardsOf(hoursReview, ({ entry }: OfEntry) => entry, decidersOf.hours);
export const reportCards = cardsOf(reportReview, ({ credit }: OfCredit) => credit, decidersOf.report);
export const payoutCards = cardsOf(payoutReview, ({ credit }: OfCredit) => credit, decidersOf.payout);
export const recreditCards = cardsOf(recreditReview, ({ credit }: OfCredit) => credit, decidersOf.recredit);
