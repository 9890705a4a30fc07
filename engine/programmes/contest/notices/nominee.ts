// What nominees are told: what was decided, by when the next step is taken, and what they can do.
import { appealButton } from '../../../appeals/appealable.ts';
import { type Button, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Notice } from '../../../notify/notice.ts';
import type { Notify } from '../../../parts/part.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import type { OfNomination } from '../events.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { collegeName } from '../views/college-name.ts';

type Told = Notify<EngineContext, OfNomination>;

const status: Button = { label: text('contest:button.status'), action: { go: 'contest.status' } };

/** Text key `contest:notice.<key>`; every date, count and name that one of them may want. */
const told =
  (key: string, more: (nomination: string) => readonly Button[] = () => []): Told =>
  async (ctx, { data }): Promise<readonly Notice[]> => [
    {
      to: data.person,
      desk: 'participant',
      message: {
        texts: [text(`contest:notice.${key}`, await paramsOf(ctx, data.nomination))],
        buttons: [status, ...more(data.nomination)].map((each) => [each]),
      },
    },
  ];

async function paramsOf(ctx: EngineContext, id: string): Promise<TextParams> {
  const nomination = await nominationOf(ctx, id);
  const { calendar, seats } = await editionOf(ctx, nomination.edition);
  return {
    ...(await collegeName(ctx, nomination.college)),
    ...{ code: nomination.region, reason: nomination.reason ?? '' },
    ...{ internal: calendar.internalEnds, submission: calendar.submissionEnds },
    ...{ regional: calendar.regionalEnds, package: calendar.packageEnds },
    ...{ collegeSeats: seats.college, regionSeats: seats.region },
  };
}

export const admitted = told('admitted');
export const undone = told('undone');
export const notAdmitted = told('not-admitted', (nomination) => [
  appealButton({ id: 'nomination' }, nomination),
]);
export const chosen = told('chosen');
export const reserved = told('reserved');
export const sent = told('sent');
export const passed = told('passed');
export const notPassed = told('not-passed');
export const named = told('laureate');

/** Whoever withdrew by themselves was answered. */
export const withdrawn: Told = async (ctx, event) =>
  event.actor === `person:${event.data.person}` || event.actor === 'system:system'
    ? []
    : told('withdrawn')(ctx, event);
