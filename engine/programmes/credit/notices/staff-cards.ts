// Cards of new matters to those who decide them, and the settling of every copy once a matter is decided.
import type { Settlement } from '../../../notify/notice.ts';
import { subjectOf } from '../../../organisations/accreditation-card.ts';
import type { EngineContext } from '../../context.ts';
import type { OfCredit, OfEntry, OfInterview } from '../events.ts';
import {
  entryMatter,
  interviewMatter,
  payoutMatter,
  recreditMatter,
  reportMatter,
} from '../views/matters.ts';
import type { MatterKind } from '../views/queue.ts';
import { openCard, settledCard } from './cards.ts';
import {
  coordinatorsOf,
  financialCentre,
  headsOf,
  hostsOf,
  registrarsOf,
  toEach,
} from './staff-recipients.ts';
import type { Tell } from './student-message.ts';

type Recipients = (ctx: EngineContext, id: string) => Promise<readonly string[]>;

/** A card for each of those who may decide, and the decided card in the place of every copy. */
const cards = <P>(kind: MatterKind, idOf: (data: P) => string) => ({
  open: (async (ctx, { data }) => {
    const id = idOf(data);
    const people = await decidersOf[kind](ctx, id);
    return toEach(people, await openCard(ctx, kind, id), subjectOf(kind, id));
  }) satisfies Tell<P>,
  settled: (async (ctx, { data }) => [await settledNotice(ctx, kind, idOf(data))]) satisfies Tell<P>,
});

export const settledNotice = async (
  ctx: EngineContext,
  kind: MatterKind,
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

/** Whom a matter waits for. Accreditations are told by the organisations themselves. */
export const decidersOf: Readonly<Record<MatterKind, Recipients>> = {
  accreditation: async () => [],
  interview: async (ctx, id) => {
    const { interview, student } = await interviewMatter(ctx, id);
    return hostsOf(ctx, interview.organisationId, student.id ?? '');
  },
  hours: async (ctx, id) => {
    const { credit, student } = await entryMatter(ctx, id);
    return coordinatorsOf(ctx, credit.organisationId, student.id ?? '');
  },
  report: async (ctx, id) => {
    const { credit, student } = await reportMatter(ctx, id);
    return headsOf(ctx, credit.organisationId, student.id ?? '');
  },
  payout: async (ctx, id) => financialCentre(ctx, (await payoutMatter(ctx, id))?.student.id ?? ''),
  recredit: async (ctx, id) => {
    const matter = await recreditMatter(ctx, id);
    return matter ? registrarsOf(ctx, matter.recredit.universityId, matter.student.id ?? '') : [];
  },
};
