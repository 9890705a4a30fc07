// Cards of new review items to those who decide them, and the settling of every copy once a review item is decided.
import type { Settlement } from '../../../notify/notice.ts';
import { subjectOf } from '../../../organisations/accreditation-card.ts';
import type { EngineContext } from '../../context.ts';
import type { OfCredit, OfEntry, OfInterview } from '../events.ts';
import type { ReviewKind } from '../views/queue.ts';
import { entryItem, interviewItem, payoutItem, recreditItem, reportItem } from '../views/review-items.ts';
import { openCard, settledCard } from './cards.ts';
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
const cards = <P>(kind: ReviewKind, idOf: (data: P) => string) => ({
  open: (async (ctx, { data }) => {
    const id = idOf(data);
    const people = await decidersOf[kind](ctx, id);
    return toEach(people, await openCard(ctx, kind, id), subjectOf(kind, id));
  }) satisfies NotifyOf<P>,
  settled: (async (ctx, { data }) => [await settledNotice(ctx, kind, idOf(data))]) satisfies NotifyOf<P>,
});

export const settledNotice = async (
  ctx: EngineContext,
  kind: ReviewKind,
  id: string,
): Promise<Settlement> => ({
  settles: subjectOf(kind, id),
  message: await settledCard(ctx, kind, id),
});

export const interviewCards = cards('interview', ({ interview }: OfInterview) => interview);
export const hoursCards = cards('hours', ({ entry }: OfEntry) => entry);
export const reportCards = cards('report', ({ credit }: OfCredit) => credit);
export const payoutCards = cards('payout', ({ credit }: OfCredit) => credit);
export const recreditCards = cards('recredit', ({ credit }: OfCredit) => credit);

/** Who may decide an item. Accreditations are told by the organisations themselves. */
export const decidersOf: Readonly<Record<ReviewKind, Recipients>> = {
  accreditation: async () => [],
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
};
