// What is refused outside its days: each deadline is the last second of its civil day in Almaty, and is named in the refusal.
import { endOfDay, instantOf } from '../../../kernel/calendar.ts';
import { type Refused, refused } from '../../../kernel/result.ts';
import type { Calendar, Edition } from '../store.ts';

export type Deadline = Exclude<keyof Calendar, 'announced' | 'republicanBegins'>;
export type Beginning = Extract<keyof Calendar, 'announced' | 'republicanBegins'>;

type Dated = Pick<Edition, 'calendar'>;

/** The last second that is still in time. */
export const lastSecondOf = ({ calendar }: Dated, deadline: Deadline): Date => endOfDay(calendar[deadline]);

/** Milliseconds of the last second are in time, too: 23:59:59.999 is; 00:00:00 is not. */
export const isOver = (edition: Dated, deadline: Deadline, now: Date): boolean =>
  now.getTime() >= lastSecondOf(edition, deadline).getTime() + 1_000;

export const isBegun = ({ calendar }: Dated, beginning: Beginning, now: Date): boolean =>
  now >= instantOf(calendar[beginning], '00:00');

/** A refusal that names the deadline once it is over: `contest.over-<deadline>` with its day. */
export const refuseAfter = (edition: Dated, deadline: Deadline, now: Date): Refused | null =>
  isOver(edition, deadline, now)
    ? refused(`contest.over-${words[deadline]}`, { day: edition.calendar[deadline] })
    : null;

/** A refusal that names the first day before it. */
export const refuseBefore = (edition: Dated, beginning: Beginning, now: Date): Refused | null =>
  isBegun(edition, beginning, now)
    ? null
    : refused(`contest.before-${words[beginning]}`, { day: edition.calendar[beginning] });

const words: Readonly<Record<keyof Calendar, string>> = {
  announced: 'announcement',
  internalEnds: 'internal',
  submissionEnds: 'submission',
  regionalEnds: 'regional',
  packageEnds: 'package',
  republicanBegins: 'republican',
  republicanEnds: 'republican',
};
