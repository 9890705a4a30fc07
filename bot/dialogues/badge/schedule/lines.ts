// The lines of a schedule in words: what, on which days, how long, from when to when.
import { type Text, text } from '../../../../engine/kernel/message.ts';
import type { Participation } from '../../../../engine/programmes/badge/programme.ts';

type Line = NonNullable<Participation['schedule']>['lines'][number];

/** `n` weekdays, `w1` … `w7` name them. */
const dayParams = (weekdays: readonly number[]) => ({
  n: weekdays.length,
  ...Object.fromEntries(weekdays.map((day, index) => [`w${index + 1}`, day])),
});

/** @param seen a civil date as it is read now */
export const lineTexts = (lines: readonly Line[], seen: (day: string) => string): readonly Text[] =>
  lines.map(({ direction, activity, weekdays, minutes, from, to }) => {
    const what = activity === '' ? 'bare' : 'named';
    const dates = { from: seen(from), to: seen(to) };
    if (weekdays.length === 0) return text(`badge:line.dates-${what}`, { direction, activity, ...dates });
    return text(`badge:line.weekly-${what}`, {
      ...{ direction, activity, minutes },
      ...dates,
      ...dayParams(weekdays),
    });
  });
