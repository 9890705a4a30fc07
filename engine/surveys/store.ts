// Surveys, and what was answered. Only the survey itself is an owner document with an audit: an answer leaves no record of
// who, when and in which order. Answers and the digests of who has answered lie apart, each in a fixed number of documents
// that are there before the first answer, and sorted within them: the order of writing is kept nowhere.
import Type, { type Static } from 'typebox';
import { collection, Instant, Json, nullable, oneOf } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';
import { Question, Words } from './question.ts';

export const surveyStates = ['draft', 'published', 'closed'] as const;

export const surveys = collection(
  'surveys',
  owned({
    title: Words,
    intro: Words,
    questions: Type.Array(Question),
    /** Where true, nothing leads from an answer to who gave it. */
    anonymous: Type.Boolean(),
    /** Only whom a programme hands a ticket answers: no link leads to it. */
    byTicket: Type.Optional(Type.Boolean()),
    /** Asks for the region besides. */
    byRegion: Type.Boolean(),
    /** No results, and none of a region, below so many answers. */
    minimum: Type.Integer({ minimum: 1 }),
    state: oneOf(surveyStates),
    createdAt: Instant,
    publishedAt: nullable(Instant),
    closedAt: nullable(Instant),
  }),
  [outboxIndex, { fields: { createdAt: -1, _id: -1 } }],
);
export type Survey = ReturnType<typeof surveys.check>;

const Answer = Type.Object({
  /** Random: answers lie in its order. */
  id: Type.String(),
  region: nullable(Type.String()),
  values: Json,
  /** The person, where the survey is not anonymous. */
  who: nullable(Type.String()),
});
export type Answer = Static<typeof Answer>;

/** `_id`: `<survey>/<number>`. An answer goes to one of them by chance. */
export const surveyAnswers = collection(
  'survey_answers',
  Type.Object({ _id: Type.String(), survey: Type.String(), answers: Type.Array(Answer) }),
  [{ fields: { survey: 1 } }, { fields: { 'answers.who': 1 } }],
);

/** `_id`: `<survey>/<number>`: which one follows from the digest. Deleted when the survey closes. */
export const surveyClaims = collection(
  'survey_claims',
  Type.Object({ _id: Type.String(), survey: Type.String(), digests: Type.Array(Type.String()) }),
  [{ fields: { survey: 1 } }],
);

/** `_id`: the survey. Answers by civil day, of all respondents together. */
export const surveyDays = collection('survey_days', Type.Object({ _id: Type.String(), days: Json }));

/** `_id`: the survey. The results that were shown last while it is open, see results.ts. */
export const surveySnapshots = collection(
  'survey_snapshots',
  Type.Object({ _id: Type.String(), total: Type.Integer(), results: Json }),
);
