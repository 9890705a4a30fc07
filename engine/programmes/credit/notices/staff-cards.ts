// Cards of new matters to those who decide them, and the settling of every copy once a matter is decided.
import { subjectOf } from '../../../organisations/accreditation-card.ts';
import type { EventHandling } from '../../programme.ts';
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

type Tell = NonNullable<EventHandling['tell']>;
type Event = Parameters<Tell>[1];
type Recipients = (ctx: Parameters<Tell>[0], id: string) => Promise<readonly string[]>;

/** Which part of an event names the matter. */
const idOf = (kind: MatterKind, event: Event): string =>
  String(event.data[kind === 'interview' ? 'interview' : kind === 'hours' ? 'entry' : 'credit']);

/** A card for each of those who may decide. */
export const cardTo =
  (kind: MatterKind): Tell =>
  async (ctx, event) => {
    const id = idOf(kind, event);
    const people = await decidersOf[kind](ctx, id);
    return toEach(people, await openCard(ctx, kind, id), subjectOf(kind, id));
  };

/** The decided card takes the place of every copy. */
export const settle =
  (kind: MatterKind): Tell =>
  async (ctx, event) => {
    const id = idOf(kind, event);
    return [{ settles: subjectOf(kind, id), message: await settledCard(ctx, kind, id) }];
  };

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
