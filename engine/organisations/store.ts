// Host organisations. An organisation's id is its BIN: one organisation, one record.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';

/** Local institutions are accredited by the local executive body of their region, volunteer ones by the network. */
export const organisationKinds = ['local', 'volunteer'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** A paper that the head sent along; `media` is the kept file's id. */
const Document = Type.Object({
  media: Type.String(),
  name: Type.String(),
  mime: Type.String(),
  size: Type.Integer(),
  at: Instant,
});

/** The head signed electronically; `serial` is the certificate's. */
const HeadSignature = Type.Object({ serial: Type.String(), at: Instant });

export const accreditationStates = ['applied', 'accredited', 'refused', 'revoked'] as const;

export const organisations = collection(
  'organisations',
  owned({
    name: Type.String(),
    searchName: Type.String(),
    kind: oneOf(organisationKinds),
    region: Type.String(),
    address: Type.String(),
    /** What it does, as directions (directions.ts): what it offers must fit. */
    activities: Type.Array(Type.String()),
    contact: Type.String(),
    headId: Type.String(),
    documents: Type.Optional(Type.Array(Document)),
    headSignature: Type.Optional(nullable(HeadSignature)),
    accreditation: oneOf(accreditationStates),
    decidedBy: nullable(Type.String()),
    decidedAt: nullable(Instant),
    reason: nullable(Type.String()),
    createdAt: Instant,
  }),
  [
    outboxIndex,
    { fields: { accreditation: 1, kind: 1, region: 1 } },
    { fields: { searchName: 1, _id: 1 } },
    { fields: { headId: 1 } },
  ],
);
export type Organisation = ReturnType<typeof organisations.check>;
