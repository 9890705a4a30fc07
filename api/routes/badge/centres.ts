// Programme centres, to read.
import Type from 'typebox';
import { centreStates, listCentres } from '../../../engine/programmes/badge/programme.ts';
import { exported, list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import { isoOrNull, moment, nullable, regionCode, word } from '../parts.ts';
import { centreTable } from './tables.ts';

const centre = Type.Object({
  id: Type.String({ description: 'Business number.' }),
  name: Type.String(),
  region: Type.String(),
  address: Type.String(),
  contact: Type.String(),
  state: word(centreStates),
  signBy: nullable(moment),
  signedAt: nullable(moment),
});

const rows = {
  path: '/centres',
  filters: { state: Type.Optional(word(centreStates)), region: Type.Optional(regionCode) },
  rows: listCentres,
};

export const centres = together(
  list({
    ...{ operationId: 'listBadgeCentres', tag: 'badge', item: centre, ...rows },
    summary: 'Programme centres, by name (operators; coordinators those of their regions)',
    show: ({ _id, name, region, address, contact, state, signBy, signedAt }) => ({
      ...{ id: _id, name, region, address, contact, state },
      ...{ signBy: isoOrNull(signBy), signedAt: isoOrNull(signedAt) },
    }),
  }),
  exported({
    ...{ operationId: 'exportBadgeCentres', tag: 'badge', ...rows },
    summary: 'The same as a file',
    table: centreTable,
  }),
);
