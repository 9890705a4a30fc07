// What entries count for, one document each, and what they come to, one document an owner. Both follow from the programmes'
// own documents and can be built anew from them at any time: they have no audit of their own.
import Type from 'typebox';
import { collection, Json, nullable } from '../store/model.ts';

export const progressParts = collection(
  'progress_parts',
  Type.Object({
    /** `<kind>/<entry>`: an entry counts once, however often its events arrive. */
    _id: Type.String(),
    kind: Type.String(),
    owner: Type.String(),
    order: Type.Integer(),
    part: nullable(Type.Record(Type.String(), Json)),
  }),
  [{ fields: { kind: 1, owner: 1 } }],
);

export const progressSums = collection(
  'progress_sums',
  Type.Object({
    /** `<kind>/<owner>`. */
    _id: Type.String(),
    kind: Type.String(),
    owner: Type.String(),
    /** Each as `<kind>/<group>`, and `<kind>/all`. */
    groups: Type.Array(Type.String()),
    score: Type.Number(),
    figures: Type.Record(Type.String(), Type.Number()),
    details: Json,
    /** Counts the sums made so far: one made from older parts never replaces a newer one. */
    round: Type.Integer(),
  }),
  [{ fields: { groups: 1, score: -1, _id: 1 } }, { fields: { kind: 1 } }],
);
export type StoredSum = ReturnType<typeof progressSums.check>;

/** The group that everyone is in. */
export const EVERYONE = 'all';

export const storedId = (kind: string, of: string): string => `${kind}/${of}`;
