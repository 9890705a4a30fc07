// Nominations, for those who act for their college, their region, or the republic.
import Type from 'typebox';
import {
  grounds,
  type NominationRow,
  nominationSeenBy,
  nominationStates,
  nominationsSeenBy,
} from '../../../engine/programmes/contest/programme.ts';
import { actorOf } from '../asking.ts';
import { card } from '../factories/card.ts';
import { list } from '../factories/list.ts';
import { together } from '../factories/route.ts';
import { id, iso, isoOrNull, moment, nullable, personRef, regionCode, word } from '../parts.ts';

const placing = nullable(
  Type.Object({
    ...{ sitting: Type.String(), protocol: Type.Integer(), rank: nullable(Type.Integer()) },
    awarded: Type.Boolean(),
  }),
);

export const nomination = Type.Object({
  id: Type.String(),
  edition: Type.String(),
  nominee: personRef,
  college: Type.String(),
  region: Type.String(),
  by: word(['student', 'college'], 'Who nominated.'),
  lowestMark: Type.Integer(),
  grounds: Type.Array(Type.Object({ ground: word(grounds), what: Type.String(), documents: Type.Integer() })),
  state: word(nominationStates),
  proposedAt: moment,
  sentAt: nullable(moment),
  passedAt: nullable(moment),
  placings: Type.Object({ college: placing, region: placing, republic: placing }),
});

export const showNomination = ({ _id, person, name, ...row }: NominationRow) => ({
  ...{ id: _id, edition: row.edition, nominee: { id: person, name } },
  ...{ college: row.college, region: row.region, by: row.by, lowestMark: row.lowestMark },
  grounds: row.grounds.map(({ ground, what, media }) => ({ ground, what, documents: media.length })),
  ...{ state: row.state, proposedAt: iso(row.proposedAt) },
  ...{ sentAt: isoOrNull(row.sentAt), passedAt: isoOrNull(row.passedAt) },
  placings: row.placings,
});

export const nominations = together(
  list({
    path: '/nominations',
    operationId: 'listNominations',
    tag: 'contest',
    summary: 'Nominations that you may see, the oldest first',
    filters: {
      edition: Type.Optional(id),
      college: Type.Optional(id),
      region: Type.Optional(regionCode),
      state: Type.Optional(word(nominationStates)),
    },
    item: nomination,
    rows: nominationsSeenBy,
    show: showNomination,
  }),
  card({
    path: '/nominations',
    operationId: 'readNomination',
    tag: 'contest',
    summary: 'One nomination, where it is yours to see',
    item: nomination,
    secret: true,
    read: async (engine, request, of) => {
      const found = await nominationSeenBy(engine, actorOf(request), of);
      return { version: found.v, shown: showNomination(found) };
    },
  }),
);
