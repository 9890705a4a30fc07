// The people collection: who someone is, where they are reached and what they may do.
// Personal numbers are sealed; names and telephones never leave this document for logs, audit or events.
import Type from 'typebox';
import type { Role } from '../kernel/actor.ts';
import { languages } from '../kernel/languages.ts';
import { textIndex } from '../store/indexes.ts';
import { collection, Instant, nullable, oneOf } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';

/** A chat in which a person is reached. The one used last gets the notices of its desk. */
const Chat = Type.Object({
  key: Type.String(),
  desk: Type.String(),
  usedAt: Instant,
  /** False after the person blocked the bot, until they write again. */
  reachable: Type.Boolean(),
});

const GrantShape = Type.Object({
  role: Type.Unsafe<Role>(Type.String()),
  scope: Type.String(),
});

/**
 * How a legal representative is known: `account`, they spoke from a chat of their own and gave an IIN; `signature`, that IIN was
 * confirmed electronically; `code`, a code to a telephone that is not the minor's; `centre`, an organisation saw them.
 */
export const guardianProofs = ['account', 'signature', 'code', 'centre'] as const;
export type GuardianProof = (typeof guardianProofs)[number];

/** Consent to data processing: what for, for how long, who else sees the data, and by which text it was given. */
const Consent = Type.Object({
  purpose: Type.String(),
  textVersion: Type.String(),
  givenAt: Instant,
  until: Instant,
  thirdParties: Type.Array(Type.String()),
  withdrawnAt: nullable(Instant),
  /** Person ids: who gave it and who took it back, a guardian or the person. Absent in the oldest records: the person. */
  givenBy: Type.Optional(Type.String()),
  withdrawnBy: Type.Optional(nullable(Type.String())),
  /** Given by the legal representative of a minor. */
  asGuardian: Type.Optional(Type.Boolean()),
  /** How the representative was known to be one; absent in records from before it was kept. */
  proof: Type.Optional(oneOf(guardianProofs)),
});

/** What a legal representative is to a minor. */
export const relations = ['parent', 'adoptive-parent', 'guardian', 'trustee'] as const;
export type Relation = (typeof relations)[number];

/** Who consented for a minor last; whether the consent is in force, the consents say. */
const Guardian = Type.Object({ person: Type.String(), relation: oneOf(relations), since: Instant });

/** How an IIN was confirmed; absent where it was only typed. `serial` is the certificate's. */
const Confirmation = Type.Object({ by: Type.Literal('signature'), serial: Type.String(), at: Instant });

/** A signature whose revocation nobody could tell yet. */
const SignatureCheck = Type.Object({ sealedCms: Type.String(), challenge: Type.String(), signedAt: Instant });

const Student = Type.Object({
  universityId: Type.String(),
  year: Type.Integer({ minimum: 1, maximum: 7 }),
});

export const joinStates = ['asked', 'accepted', 'merged', 'refused', 'expired', 'stuck'] as const;

/** Another account gave this person's number and asks to be merged; `chats` are those that it brought. */
const Merge = Type.Object({
  id: Type.String(),
  /** Person id. */
  asker: Type.String(),
  channel: Type.String(),
  askedAt: Instant,
  expiresAt: Instant,
  by: oneOf(['owner', 'signature'] as const),
  state: oneOf(joinStates),
  chats: Type.Array(Type.String()),
});

/** This account was merged to another person's; `chats` are on their way there, and belong there already. */
const Joined = Type.Object({ to: Type.String(), at: Instant, chats: Type.Array(Chat) });

const Erasing = Type.Object({ askedAt: Instant, askedBy: Type.String(), doneAt: nullable(Instant) });

export const people = collection(
  'people',
  owned({
    name: Type.String(),
    /** Folded, for search. */
    searchName: Type.String(),
    language: oneOf(languages),
    region: nullable(Type.String()),
    phone: nullable(Type.String()),
    /** A telephone that was proven by a code, by its keyed hash. */
    phoneProven: Type.Optional(nullable(Type.Object({ hash: Type.String(), at: Instant }))),
    /** `YYYY-MM-DD`. Absent where it was never asked. */
    birthDate: Type.Optional(nullable(Type.String())),
    chats: Type.Array(Chat),
    grants: Type.Array(GrantShape),
    consents: Type.Array(Consent),
    student: nullable(Student),
    guardian: Type.Optional(nullable(Guardian)),
    /** Keyed hash of the IIN; the number itself and the account only sealed. */
    iinHash: nullable(Type.String()),
    sealedIin: nullable(Type.String()),
    iinConfirmed: Type.Optional(nullable(Confirmation)),
    signatureCheck: Type.Optional(nullable(SignatureCheck)),
    sealedIban: nullable(Type.String()),
    /** Last four characters of the account, to recognise it by. */
    ibanTail: nullable(Type.String()),
    /** Requests of other accounts to be merged into this one, of the last day. */
    merges: Type.Optional(Type.Array(Merge)),
    /** What this account asked itself, in the last day. */
    joinAsks: Type.Optional(Type.Array(Type.Object({ to: Type.String(), at: Instant }))),
    /** Set once and for ever: nothing but this stub is left. */
    merged: Type.Optional(nullable(Joined)),
    demo: Type.Boolean(),
    createdAt: Instant,
    /** Set from the wish to be erased on; `doneAt` when nothing but this stub is left. */
    erasure: Type.Optional(nullable(Erasing)),
  }),
  [
    outboxIndex,
    textIndex('chats.key', { unique: true }),
    textIndex('iinHash', { unique: true }),
    { fields: { 'grants.role': 1, 'grants.scope': 1 } },
    { fields: { searchName: 1, _id: 1 } },
    textIndex('guardian.person', {}, { 'guardian.person': 1, searchName: 1 }),
    textIndex('merges.state'),
    textIndex('merged.to'),
    textIndex('merged.chats.key'),
    {
      fields: { 'erasure.askedAt': 1 },
      options: { partialFilterExpression: { 'erasure.askedAt': { $exists: true } } },
    },
  ],
);

export type Person = ReturnType<typeof people.check>;
