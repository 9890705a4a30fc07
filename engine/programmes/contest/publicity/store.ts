// The owner documents of publicity: what was published where, and what is planned for each winner.
import Type, { type Static } from 'typebox';
import { textIndex } from '../../../store/indexes.ts';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';

/** Of what it tells: the contest itself, its participants and winners, or the merits of the trades. */
export const subjects = ['contest', 'participants', 'trades'] as const;
export type Subject = (typeof subjects)[number];

/** Where it is to be seen. */
export const channels = ['stand', 'site', 'social', 'media', 'banner'] as const;
export type Channel = (typeof channels)[number];

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const publications = collection(
  'contest_publications',
  owned({
    edition: Type.String(),
    /** Who published it: `college:<id>`, `region:<code>`, or `all` for the Holding. */
    publisher: Type.String(),
    /** Of the college or the department; null for the Holding. */
    region: nullable(Type.String()),
    subject: oneOf(subjects),
    channel: oneOf(channels),
    /** What it is, in a line. */
    title: Type.String(),
    /** Its address without what only follows the reader; null where a picture proves it. */
    link: nullable(Type.String()),
    /** Ids of kept media: the stand, the banner. */
    pictures: Type.Array(Type.String()),
    /** Of a banner: city, district or college, in words. */
    place: nullable(Type.String()),
    publishedOn: Day,
    /** The winner of whom it tells: id of the nomination. */
    nomination: nullable(Type.String()),
    recordedBy: Type.String(),
    recordedAt: Instant,
    /** It was recorded by mistake: it counts no more. */
    withdrawn: nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() })),
  }),
  [
    outboxIndex,
    { fields: { edition: 1, recordedAt: 1, _id: 1 } },
    { fields: { edition: 1, publisher: 1 } },
    { fields: { edition: 1, region: 1 } },
    textIndex('nomination'),
    { fields: { recordedBy: 1 } },
  ],
);
export type Publication = ReturnType<typeof publications.check>;

const Planned = Type.Object({
  id: Type.String(),
  channel: oneOf(channels),
  /** Which paper, page or place, in words. */
  where: Type.String(),
  day: Day,
  /** What became of it: id of the publication. */
  publication: nullable(Type.String()),
});
export type Planned = Static<typeof Planned>;

/** One for each winner, under the nomination's id. */
export const publicityPlans = collection(
  'contest_publicity_plans',
  owned({ edition: Type.String(), person: Type.String(), items: Type.Array(Planned) }),
  [outboxIndex, { fields: { edition: 1 } }, { fields: { person: 1 } }],
);
export type PublicityPlan = ReturnType<typeof publicityPlans.check>;
