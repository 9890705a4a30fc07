// The owner documents of the grant programme: a project with its plan and the agreement on it, and each piece of evidence.
import Type, { type Static } from 'typebox';
import { textIndex } from '../../store/indexes.ts';
import { collection, Instant, nullable, oneOf } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';
import { employments, impactLines, type Plan } from './plan/shape.ts';
import { evidenceKinds, units } from './plan/units.ts';
import { grantorRoles } from './roles.ts';
import { evidenceStates, versionStates } from './states.ts';

/** Kept as it was written, and never queried into: its shape is checked where it comes in. */
const PlanJson = Type.Unsafe<Plan>({ 'x-mixed': true });

export const signatories = ['grant-president', ...grantorRoles] as const;
export type Signatory = (typeof signatories)[number];

const Signature = Type.Object({
  as: oneOf(signatories),
  by: Type.String(),
  /** «м.а.»: in the place of whoever holds the post. */
  acting: Type.Boolean(),
  at: Instant,
});

/** What was sent to be agreed. Never changed: what is other is another version. */
const Version = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  plan: PlanJson,
  /** SHA-256 of the plan: what the signatures stand under. */
  hash: Type.String(),
  state: oneOf(versionStates),
  sentBy: Type.String(),
  sentAt: Instant,
  signatures: Type.Array(Signature),
  /** Since when it is in force. */
  inForceAt: nullable(Instant),
  returned: nullable(
    Type.Object({ as: oneOf(signatories), by: Type.String(), at: Instant, comment: Type.String() }),
  ),
});
export type Version = Static<typeof Version>;

/** Whom block II names; positions and duties stand in the plan. Seen by the team and the grantor only. */
const Contact = Type.Object({
  member: Type.String(),
  employment: oneOf(employments),
  name: Type.String(),
  contact: Type.String(),
});

const Money = Type.Object({
  /** Whole tenge. */
  planned: Type.Integer({ minimum: 0 }),
  spent: Type.Integer({ minimum: 0 }),
  by: Type.String(),
  at: Instant,
});

/** What a line of block IV came to, in somebody's count. */
const ImpactFact = Type.Object({
  line: oneOf(impactLines),
  value: Type.Integer({ minimum: 0 }),
  by: Type.String(),
  at: Instant,
});

export const grantProjects = collection(
  'grant_projects',
  owned({
    /** The plan as the lead works on it; what was sent stands in the versions. */
    draft: PlanJson,
    versions: Type.Array(Version),
    lead: Type.String(),
    /** The grantor's chief manager to whom it is assigned; null until one takes it. */
    manager: nullable(Type.String()),
    /** Folded, for search. */
    searchTheme: Type.String(),
    contacts: Type.Array(Contact),
    participants: nullable(Type.Integer({ minimum: 1 })),
    trip: nullable(Type.Object({ from: Type.String(), days: Type.Integer({ minimum: 1, maximum: 92 }) })),
    money: nullable(Money),
    impact: Type.Array(ImpactFact),
    createdBy: Type.String(),
    createdAt: Instant,
  }),
  [
    outboxIndex,
    { fields: { createdAt: 1, _id: 1 } },
    { fields: { manager: 1, createdAt: 1 } },
    { fields: { lead: 1 } },
  ],
);
export type GrantProject = ReturnType<typeof grantProjects.check>;

const Served = Type.Object({ indicator: Type.String(), part: Type.Integer({ minimum: 0 }) });

/** A link as it was sent, and as it is told from others. */
const Link = Type.Object({ url: Type.String(), network: Type.String() });

const Decision = Type.Object({
  by: Type.String(),
  at: Instant,
  /** Accepted of it; null for what was returned. */
  quantity: nullable(Type.Integer({ minimum: 0 })),
  people: nullable(Type.Integer({ minimum: 0 })),
  comment: nullable(Type.String()),
});

export const grantEvidence = collection(
  'grant_evidence',
  owned({
    project: Type.String(),
    activity: Type.String(),
    /** The first is what it was sent for; the others share it, or count the people on the same list. */
    serves: Type.Array(Served, { minItems: 1 }),
    unit: oneOf(units),
    kind: oneOf(evidenceKinds),
    media: Type.Array(Type.String()),
    /** SHA-256 of the files. */
    contents: Type.Array(Type.String()),
    link: nullable(Link),
    /** Names of its files and its link within the project while it stands: unique, so that nothing is sent twice. */
    holds: Type.Array(Type.String()),
    quantity: Type.Integer({ minimum: 0 }),
    people: nullable(Type.Integer({ minimum: 0 })),
    /** Of a survey: how many answered. */
    of: nullable(Type.Integer({ minimum: 0 })),
    /** Civil date of what it shows. */
    date: Type.String(),
    place: nullable(Type.String()),
    /** Whose report it is: a person's id, or the number on the list of participants. */
    participant: nullable(Type.String()),
    note: nullable(Type.String()),
    state: oneOf(evidenceStates),
    sentBy: Type.String(),
    sentAt: Instant,
    decision: nullable(Decision),
  }),
  [
    outboxIndex,
    textIndex('holds', { unique: true }),
    { fields: { project: 1, state: 1, sentAt: 1 } },
    { fields: { project: 1, sentAt: 1, _id: 1 } },
    { fields: { sentBy: 1 } },
    { fields: { sentAt: 1, _id: 1 } },
  ],
);
export type GrantEvidence = ReturnType<typeof grantEvidence.check>;
