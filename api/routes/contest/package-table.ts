// The columns of exported packages: who is how far. The texts themselves are read one by one.
import { localDate } from '../../../engine/kernel/calendar.ts';
import { regionOf } from '../../../engine/kernel/regions.ts';
import type { PackageView } from '../../../engine/programmes/contest/programme.ts';
import type { Table } from '../../exports/table.ts';

export const packageTable: Table<PackageView> = {
  name: 'packages',
  columns: [
    { title: 'contest-public:export.winner', of: ({ winner }) => winner.name },
    {
      title: 'exports:participant.region',
      of: ({ region }, language) => regionOf(region)?.[language] ?? region,
    },
    { title: 'contest-public:export.college', of: ({ college }) => college },
    { title: 'contest-public:export.words-kk', of: ({ progress }) => progress.kk.words },
    { title: 'contest-public:export.words-ru', of: ({ progress }) => progress.ru.words },
    { title: 'contest-public:export.words-en', of: ({ progress }) => progress.en.words },
    { title: 'contest-public:export.missing', of: ({ missing }) => missing.length },
    { title: 'contest-public:export.sent-on', of: ({ sent }) => sent && localDate(sent.at) },
  ],
};
