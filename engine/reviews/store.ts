// Review items: what waits for somebody's decision, and what was decided. A projection of the programmes' own documents,
// which stay the authority on what may be decided: it can be built anew from them at any time, and has no audit of its own.
import Type from 'typebox';
import { textIndex } from '../store/indexes.ts';
import { collection, Instant, nullable, oneOf } from '../store/model.ts';
import { reviewStates } from './kind.ts';

export const reviews = collection(
  'reviews',
  Type.Object({
    /** `<kind>/<subject>`. */
    _id: Type.String(),
    kind: Type.String(),
    subject: Type.String(),
    about: nullable(Type.String()),
    /** Who may decide it now: `<role>@<scope>`, or `person:<id>` alone while it is assigned. */
    deciders: Type.Array(Type.String()),
    /** The deciders while it is assigned to nobody. */
    roles: Type.Array(Type.String()),
    interested: Type.Array(Type.String()),
    /** Whose coming and going changes the deciders. */
    watch: Type.Optional(Type.Array(Type.String())),
    /** Overdue, or for nobody who is there. */
    escalated: Type.Optional(Type.Boolean()),
    group: Type.Optional(nullable(Type.String())),
    since: Instant,
    due: nullable(Instant),
    version: Type.String(),
    order: Type.Integer(),
    state: oneOf(reviewStates),
    decision: nullable(Type.Object({ how: Type.String(), by: Type.String(), at: Instant })),
  }),
  [
    { fields: { deciders: 1, state: 1, since: 1, _id: 1 } },
    { fields: { kind: 1, state: 1, since: 1, _id: 1 } },
    { fields: { state: 1, since: 1, _id: 1 } },
    { fields: { watch: 1, state: 1, _id: 1 } },
    textIndex('group', {}, { kind: 1, group: 1, state: 1, since: 1, _id: 1 }),
  ],
);
export type Review = ReturnType<typeof reviews.check>;

export const reviewId = (kind: string, subject: string): string => `${kind}/${subject}`;
