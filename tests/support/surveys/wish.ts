// A survey with one question of every kind, for tests.
import type { SurveyWish } from '../../../engine/surveys/lifecycle.ts';
import type { Question } from '../../../engine/surveys/question.ts';

const words = (all: string) => ({ kk: `${all} kk`, ru: `${all} ru`, en: `${all} en` });
const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  ...{ id, kind, text: words(id), optional: false, options: [], from: null, to: null },
  ...more,
});
const options = (...ids: readonly string[]) => ids.map((id) => ({ id, text: words(id) }));

export const surveyWish: SurveyWish = {
  title: words('Survey'),
  intro: words('Please answer'),
  questions: [
    question('pleased', 'choice', { options: options('yes', 'no') }),
    question('liked', 'several', { options: options('people', 'place', 'food'), optional: true }),
    question('mark', 'scale', { from: 1, to: 5 }),
    question('age', 'number', { from: 10, to: 99, optional: true }),
    question('wish', 'text', { optional: true }),
  ],
  anonymous: true,
  byRegion: true,
  minimum: 5,
};
