// Certificates: what was issued to whom, and what it says. The name is that of the day of issue; nothing else of a person.
import Type, { type Static } from 'typebox';
import { textIndex } from '../../store/indexes.ts';
import { collection, Instant, nullable, oneOf } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';

export const certificateStates = ['issued', 'revoked'] as const;

const ThreeNames = Type.Object({ kk: Type.String(), ru: Type.String(), en: Type.String() });

/** One line of a certificate. The text keys of its label and value follow from the kind and this name. */
const Fact = Type.Object({
  name: Type.String(),
  value: Type.Union([Type.String(), Type.Number(), ThreeNames]),
});
export type CertificateFact = Static<typeof Fact>;

/** The id follows from the kind and from what it is for: there is one certificate of each. */
export const certificates = collection(
  'certificates',
  owned({
    /** What people type to check it; whoever knows it may read what the certificate says. */
    number: Type.String(),
    /** `<programme>.<name>`: its texts are `<programme>:certificate.<name>.…`. */
    kind: Type.String(),
    holderId: Type.String(),
    /** Null once the person was erased. */
    holderName: nullable(Type.String()),
    /** Civil date. */
    issuedOn: Type.String(),
    /** In the order in which they are shown; none once the person was erased. */
    facts: Type.Array(Fact),
    state: oneOf(certificateStates),
    revokedAt: nullable(Instant),
    /** Why it was revoked, for whoever keeps the register. */
    reason: nullable(Type.String()),
    createdAt: Instant,
  }),
  [
    outboxIndex,
    textIndex('number', { unique: true }),
    { fields: { holderId: 1 } },
    { fields: { createdAt: -1, _id: -1 } },
  ],
);
export type Certificate = ReturnType<typeof certificates.check>;
