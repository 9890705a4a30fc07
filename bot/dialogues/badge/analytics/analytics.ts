// What a member of staff is promised to see of those under their eye: counts, percentages, ratings (§4.4).
import { type Text, text } from '../../../../engine/kernel/message.ts';
import type { Analytics } from '../../../../engine/programmes/badge/programme.ts';

export const figureTexts = (seen: Analytics): readonly Text[] => [
  ...counts(seen),
  ...percentages(seen),
  ...ratings(seen),
];

const line = (key: string, params: Text['params']): Text => text(`badge-award:analytics.${key}`, params);

function counts({ participants, mentors, experts, coordinators }: Analytics): readonly Text[] {
  return [
    line('participants', { count: participants }),
    ...(mentors === undefined ? [] : [line('mentors', { count: mentors })]),
    ...(experts === undefined ? [] : [line('experts', { count: experts })]),
    ...(coordinators === undefined ? [] : [line('coordinators', { count: coordinators.length })]),
  ];
}

const percentages = ({ directions }: Analytics): readonly Text[] =>
  Object.entries(directions).map(([direction, percent]) => line('direction', { direction, percent }));

const ratings = ({ levels, regions = [] }: Analytics): readonly Text[] => [
  ...levels.flatMap(({ level, participants, rating }) =>
    rating === null ? [] : [line('level', { level, count: participants, rating })],
  ),
  ...regions.flatMap(({ region, participants, rating }) =>
    rating === null ? [] : [line('region', { region, count: participants, rating })],
  ),
];
