// Cards of new review items to those who decide them, and the settling of every copy once a review item is decided.
import { openCard, subjectOf } from '../../../reviews/card.ts';
import type { ReviewKind } from '../../../reviews/kind.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { EngineContext } from '../../context.ts';
import type { OfCredit, OfEntry, OfInterview } from '../events.ts';
import {
  hoursReview,
  interviewReview,
  payoutReview,
  recreditReview,
  reportReview,
} from '../reviews/kinds.ts';
import { entryItem, interviewItem, payoutItem, recreditItem, reportItem } from '../views/review-items.ts';
import {
  coordinatorsOf,
  financialCentre,
  headsOf,
  hostsOf,
  registrarsOf,
  toEach,
} from './staff-recipients.ts';
import type { NotifyOf } from './student-message.ts';

type Recipients = (ctx: EngineContext, id: string) => Promise<readonly string[]>;

/** A card for each of those who may decide, and the decided card in the place of every copy. */
const cards = <P>(kind: ReviewKind<EngineContext>, recipients: Recipients, idOf: (data: P) => string) => ({
  open: (async (ctx, { data }) => {
    const id = idOf(data);
    const people = await recipients(ctx, id);
    return toEach(people, await openCard(ctx, kind, id), subjectOf(kind.id, id));
  }) satisfies NotifyOf<P>,
  settled: (async (ctx, { data }) => [await settlementOf(ctx, kind, idOf(data))]) satisfies NotifyOf<P>,
});

/** Who gets the card of a new item. */
export const decidersOf = {
  interview: async (ctx, id) => {
    const { interview, student } = await interviewItem(ctx, id);
    return hostsOf(ctx, interview.organisationId, student.id ?? '');
  },
  hours: async (ctx, id) => {
    const { credit, student } = await entryItem(ctx, id);
    return coordinatorsOf(ctx, credit.organisationId, student.id ?? '');
  },
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

export const interviewCards = cards(
  interviewReview,
  decidersOf.interview,
  ({ interview }: OfInterview) => interview,
);
export const hoursCards = cards(hoursReview, decidersOf.hours, ({ entry }: OfEntry) => entry);
export const reportCards = cards(reportReview, decidersOf.report, ({ credit }: OfCredit) => credit);
export const payoutCards = cards(payoutReview, decidersOf.payout, ({ credit }: OfCredit) => credit);
export const recreditCards = cards(recreditReview, decidersOf.recredit, ({ credit }: OfCredit) => credit);
