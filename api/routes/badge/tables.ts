// The columns of the badge programme's exports, in words.

import { localDate } from '../../../engine/kernel/calendar.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { regionOf } from '../../../engine/kernel/regions.ts';
import type { Centre, ListedAward, ListedParticipation } from '../../../engine/programmes/badge/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import type { Column, Table } from '../../exports/table.ts';

const regionIn = (region: string, language: Language): string => regionOf(region)?.[language] ?? region;
const levelIn = (level: string, language: Language): string =>
  plainText({ key: `badge-award:level.${level}` }, language);
const day = (at: Date | null): string | null => at && localDate(at);

const column = <R>(name: string, of: Column<R>['of']): Column<R> => ({
  title: `badge-award:column.${name}`,
  of,
});

export const participationTable: Table<ListedParticipation> = {
  name: 'participations',
  columns: [
    column('id', ({ _id }) => _id),
    column('name', ({ name }) => name),
    column('level', ({ level }, language) => levelIn(level, language)),
    column('state', ({ state }) => state),
    column('region', ({ region }, language) => regionIn(region, language)),
    column('centre', ({ centre }) => centre),
    column('started', ({ startedOn }) => startedOn),
    column('completed', ({ completedAt }) => day(completedAt)),
    column('rating', ({ rating }) => rating),
  ],
};

export const centreTable: Table<Centre> = {
  name: 'centres',
  columns: [
    column('id', ({ _id }) => _id),
    column('name', ({ name }) => name),
    column('region', ({ region }, language) => regionIn(region, language)),
    column('state', ({ state }) => state),
    column('signed', ({ signedAt }) => day(signedAt)),
  ],
};

export const awardTable: Table<ListedAward> = {
  name: 'awards',
  columns: [
    column('id', ({ _id }) => _id),
    column('name', ({ name }) => name),
    column('level', ({ level }, language) => levelIn(level, language)),
    column('state', ({ state }) => state),
    column('region', ({ region }, language) => regionIn(region, language)),
    column('centre', ({ centre }) => centre),
    column('nominated', ({ nominatedAt }) => day(nominatedAt)),
    column('ceremony', ({ ceremony }) => ceremony),
  ],
};
