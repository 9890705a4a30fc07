// Drafts of rules, and what was published of them. Written by this folder only; a publication is never changed.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';

export const draftStates = ['draft', 'submitted', 'approved', 'published', 'withdrawn'] as const;
export type DraftState = (typeof draftStates)[number];

/** Who did a step of a draft's life, as the audit names them, and when. */
const Step = Type.Object({ by: Type.String(), at: Instant });

export const ruleDrafts = collection(
  'rule_drafts',
  owned({
    /** The set that it was opened for. */
    set: Type.String(),
    programme: Type.String(),
    /** Number of the programme's edition that it was taken from, and that it changes. */
    base: Type.Integer({ minimum: 0 }),
    /** What its content was at the start, and is: `DraftContent` as JSON. Names of facts hold dots, so not as fields. */
    origin: Type.String(),
    content: Type.String(),
    /** The day from which it is to hold: nothing before may change. */
    from: nullable(Type.String()),
    /** Why it is made, for whoever approves. */
    reason: nullable(Type.String()),
    state: oneOf(draftStates),
    /** Everyone whose hand is in the content. None of them approves it. */
    authors: Type.Array(Type.String()),
    submitted: nullable(Step),
    approved: nullable(Step),
    published: nullable(Step),
    /** Number of the edition that it became. */
    edition: nullable(Type.Integer()),
    createdAt: Instant,
  }),
  [outboxIndex, { fields: { set: 1, createdAt: -1, _id: -1 } }],
);
export type RuleDraft = ReturnType<typeof ruleDrafts.check>;

export const rulePublications = collection(
  'rule_publications',
  owned({
    programme: Type.String(),
    /** The programme's edition: 1, 2, … without gaps, since the next is named by the one before. */
    number: Type.Integer({ minimum: 1 }),
    set: Type.String(),
    from: Type.String(),
    /** The whole edition as it was published: `RuleContent` as JSON. */
    content: Type.String(),
    /** SHA-256 (hex) of the content. */
    hash: Type.String(),
    draft: Type.String(),
    reason: nullable(Type.String()),
    authors: Type.Array(Type.String()),
    approvedBy: Type.String(),
    publishedBy: Type.String(),
    publishedAt: Instant,
  }),
  [outboxIndex, { fields: { programme: 1, number: -1 }, options: { unique: true } }],
);
export type RulePublication = ReturnType<typeof rulePublications.check>;
