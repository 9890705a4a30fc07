// The shapes of surveys as the API gives and takes them.
import Type from 'typebox';
import { questionKinds } from '../../engine/surveys/question.ts';
import { surveyStates } from '../../engine/surveys/store.ts';
import { civilDay, closed, moment, nullable, regionCode, word } from './parts.ts';

const someWords = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' });
const words = (most: number) =>
  Type.Object({ kk: someWords(most), ru: someWords(most), en: someWords(most) }, closed);
const name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,29}$' });
const bound = nullable(Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 }));

const question = Type.Object(
  {
    id: name,
    kind: word(questionKinds),
    text: words(500),
    optional: Type.Optional(Type.Boolean()),
    options: Type.Optional(Type.Array(Type.Object({ id: name, text: words(200) }, closed), { maxItems: 30 })),
    from: Type.Optional(bound),
    to: Type.Optional(bound),
  },
  closed,
);

export const wish = Type.Object(
  {
    title: words(200),
    intro: words(1_500),
    questions: Type.Array(question, { minItems: 1, maxItems: 40 }),
    anonymous: Type.Optional(Type.Boolean({ description: 'True where left out.' })),
    byRegion: Type.Optional(
      Type.Boolean({ description: 'Asks for the region besides; false where left out.' }),
    ),
    minimum: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000, description: 'No results below it; 5 where left out.' }),
    ),
  },
  closed,
);

export const survey = Type.Object({
  id: Type.String(),
  title: words(200),
  intro: words(1_500),
  questions: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: word(questionKinds),
      text: words(500),
      optional: Type.Boolean(),
      options: Type.Array(Type.Object({ id: Type.String(), text: words(200) })),
      from: nullable(Type.Integer()),
      to: nullable(Type.Integer()),
    }),
  ),
  anonymous: Type.Boolean(),
  byRegion: Type.Boolean(),
  minimum: Type.Integer(),
  state: word(surveyStates),
  link: nullable(Type.String({ description: 'Opens the chat with the survey; null until it is published.' })),
  createdAt: moment,
  publishedAt: nullable(moment),
  closedAt: nullable(moment),
});

const number = nullable(Type.Number());
const questionTally = Type.Object({
  id: Type.String(),
  answered: Type.Integer(),
  options: Type.Array(
    Type.Object({
      id: Type.String(),
      count: Type.Integer(),
      share: Type.Number({ description: 'Percent of those who answered the question, to one decimal.' }),
    }),
  ),
  mean: number,
  median: number,
});

export const results = Type.Object({
  survey: Type.String(),
  state: word(surveyStates),
  total: Type.Integer({ description: 'Answers so far.' }),
  minimum: Type.Integer(),
  days: Type.Array(Type.Object({ day: civilDay, count: Type.Integer() })),
  figures: nullable(
    Type.Object(
      {
        counted: Type.Integer({
          description:
            'Answers that the figures are of; while an anonymous survey is open they move on in steps.',
        }),
        questions: Type.Array(questionTally),
        regions: Type.Array(
          Type.Object({
            region: nullable(regionCode),
            total: Type.Integer(),
            questions: Type.Array(questionTally),
          }),
        ),
        texts: Type.Array(Type.Object({ id: Type.String(), texts: Type.Array(Type.String()) })),
      },
      { description: 'Null while fewer than the minimum have answered.' },
    ),
  ),
});
