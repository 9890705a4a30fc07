// What somebody was asked to decide together, each item in the version that they saw, and what became of it. Kept for a day: long
// enough to be confirmed and undone; the documents and their audit are the record.
import Type, { type Static } from 'typebox';
import { collection, Instant, Json, nullable, oneOf } from '../../store/model.ts';

const Item = Type.Object({
  subject: Type.String(),
  /** The version that was shown. */
  seen: Type.String(),
  /** The version that the decision left; null while there is none. */
  left: nullable(Type.String()),
  /** Why it was not decided, as reasons; null where it was. */
  refused: Json,
});
export type BulkItem = Static<typeof Item>;

export const bulkStates = ['asked', 'decided', 'undone'] as const;

export const bulks = collection(
  'review_bulks',
  Type.Object({
    _id: Type.String(),
    kind: Type.String(),
    /** Who was asked: nobody else confirms or undoes it. */
    by: Type.String(),
    at: Instant,
    items: Type.Array(Item),
    /** Waiting in the group beside these: too many for one question. */
    more: Type.Boolean(),
    state: oneOf(bulkStates),
  }),
  [{ fields: { at: 1 } }],
);
export type Bulk = ReturnType<typeof bulks.check>;
