// The owner documents of the contest: an edition with all by which it decides, and each nomination with its whole way.
import Type, { type Static } from 'typebox';
import { collection, Instant, Json, nullable, oneOf } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';
import { criteria, grounds, nominationStates } from './states.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Count = Type.Integer({ minimum: 0 });

/** Civil days, each included: a deadline ends at 23:59:59 in Almaty. */
export const Calendar = Type.Object({
  announced: Day,
  internalEnds: Day,
  submissionEnds: Day,
  regionalEnds: Day,
  packageEnds: Day,
  republicanBegins: Day,
  republicanEnds: Day,
});
export type Calendar = Static<typeof Calendar>;

/** What members of a commission score, from 0 to `most`; the weight is what a full score is worth. Its title is a text. */
export const Criterion = Type.Object({
  id: oneOf(criteria),
  most: Type.Integer({ minimum: 1, maximum: 100 }),
  weight: Count,
});
export type Criterion = Static<typeof Criterion>;

/** Who may vote at a stage, and what their votes are to the commission. */
export const Electorate = Type.Object({
  students: Type.Boolean(),
  teachers: Type.Boolean(),
  /** The youth of the region, of these ages in full years; null where they do not vote. */
  youth: nullable(Type.Object({ least: Count, most: Count })),
  /** What all votes of a stage for one nominee are worth among the commission's criteria; 0: shown only. */
  weight: Count,
  showsTotals: Type.Boolean(),
});
export type Electorate = Static<typeof Electorate>;

export const texts = ['kk', 'ru'] as const;

export const editions = collection(
  'contest_editions',
  owned({
    /** The calendar year of the contest. */
    year: Type.Integer({ minimum: 2019 }),
    /** The day by which rules and parameters are picked: nobody's conditions move within an edition. */
    legalDay: Day,
    calendar: Calendar,
    /** Codes of the regions of that year, cities of republican significance among them: each with its own quota. */
    regions: Type.Array(Type.String()),
    seats: Type.Object({ college: Count, region: Count }),
    /** How many are on the list of laureates; null: every winner of a region. */
    laureates: nullable(Count),
    /** Whether every ground is backed by a document. */
    groundDocuments: Type.Boolean(),
    /** Laureates of so many years before may not be nominated. */
    exclusionYears: Count,
    criteria: Type.Object({
      college: Type.Array(Criterion),
      region: Type.Array(Criterion),
      republic: Type.Array(Criterion),
    }),
    electorates: Type.Object({ college: Electorate, region: Electorate }),
    /** Which text of the regulation rules the winners' packages, and what it asks of them. */
    packages: Type.Object({ by: oneOf(texts), words: Count, jpeg: Type.Boolean() }),
    /** More publications than this are expected. */
    publicationsTarget: Count,
    openedBy: Type.String(),
    openedAt: Instant,
  }),
  [outboxIndex, { fields: { 'calendar.announced': -1 } }],
);
export type Edition = ReturnType<typeof editions.check>;

export const Named = Type.Object({
  ground: oneOf(grounds),
  /** What it was, in the nominee's own words. */
  what: Type.String(),
  /** Ids of kept media. */
  media: Type.Array(Type.String()),
});
export type NamedGround = Static<typeof Named>;

/** What a commission came to about the nomination. */
const Placing = Type.Object({
  sitting: Type.String(),
  /** Number of the protocol. */
  protocol: Type.Integer(),
  rank: nullable(Type.Integer()),
  awarded: Type.Boolean(),
  at: Instant,
});
export type Placing = Static<typeof Placing>;

export const nominations = collection(
  'contest_nominations',
  owned({
    edition: Type.String(),
    /** The nominee: one nomination a person and edition, see `nominationId`. */
    person: Type.String(),
    college: Type.String(),
    /** Of the college, on the day of the nomination. */
    region: Type.String(),
    /** `student` nominated themselves, `college` offered it through its responsible person. */
    by: oneOf(['student', 'college']),
    lowestMark: Type.Integer({ minimum: 2, maximum: 5 }),
    grounds: Type.Array(Named),
    state: oneOf(nominationStates),
    proposedAt: Instant,
    admittedBy: nullable(Type.String()),
    admittedAt: nullable(Instant),
    /** When the college's seat was taken: the earlier submission comes first where nothing else breaks a tie. */
    sentAt: nullable(Instant),
    passedAt: nullable(Instant),
    /**
     * Under which names it holds its seats: a new one for every attempt, so that a late helper of an earlier attempt can
     * never free the seat of a later one.
     */
    collegeSeat: nullable(Type.String()),
    regionSeat: nullable(Type.String()),
    placings: Type.Object({
      college: nullable(Placing),
      region: nullable(Placing),
      republic: nullable(Placing),
    }),
    /** Why the college did not confirm it, in its words. */
    reason: nullable(Type.String()),
    /** The receipt of the rules' decision by which it was taken. */
    admission: Json,
  }),
  [
    outboxIndex,
    { fields: { person: 1, edition: 1 } },
    { fields: { edition: 1, college: 1, state: 1 } },
    { fields: { edition: 1, region: 1, state: 1 } },
    { fields: { edition: 1, state: 1, _id: 1 } },
    { fields: { state: 1 } },
    { fields: { proposedAt: 1, _id: 1 } },
    { fields: { 'placings.college.sitting': 1 } },
    { fields: { 'placings.region.sitting': 1 } },
  ],
);
export type Nomination = ReturnType<typeof nominations.check>;
