// The owner documents of packages: one for each winner of a region, under the nomination's id.
import Type, { type Static } from 'typebox';
import type { Reason } from '../../../kernel/result.ts';
import { collection, Instant, Json, nullable } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';

/** Reasons, as they were found when the text was written: looking at 200 packages is no reason to read them again. */
const Faults = Type.Array(Type.Unsafe<Reason>(Json));

/** A description as it stands now, with who wrote in it last. */
const Written = Type.Object({
  text: Type.String(),
  /** Those that count. */
  words: Type.Integer({ minimum: 0 }),
  faults: Faults,
  at: nullable(Instant),
  /** Person id. */
  by: nullable(Type.String()),
});
export type Written = Static<typeof Written>;

const Photo = Type.Object({
  /** Id of kept media. */
  media: Type.String(),
  name: Type.String(),
  isJpeg: Type.Boolean(),
  /** Pixels; null where it is no JPEG. */
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  at: Instant,
  by: Type.String(),
});
export type Photo = Static<typeof Photo>;

export const packages = collection(
  'contest_packages',
  owned({
    edition: Type.String(),
    region: Type.String(),
    /** The winner. */
    person: Type.String(),
    texts: Type.Object({ kk: Written, ru: Written, en: Written }),
    /** Texts that are the same in two languages. */
    copied: Faults,
    photo: nullable(Photo),
    /** As it went to the Holding; null again after every change. */
    sent: nullable(Type.Object({ at: Instant, by: Type.String(), receipt: Json })),
  }),
  [outboxIndex, { fields: { edition: 1, region: 1 } }, { fields: { person: 1 } }],
);
export type Package = ReturnType<typeof packages.check>;
