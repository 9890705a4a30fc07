// The survey that ships: the source's own, with its figures in the demo: 2,564 answers, 61.7 % would take part, 60.5 % wish
// money on their card. And answers that are kept with a name are theirs to take along and to erase.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { admit, answerSurvey, surveyOf } from '../../../engine/surveys/answer.ts';
import { createSurvey, publishSurvey } from '../../../engine/surveys/lifecycle.ts';
import { eraseSurveyAnswers, surveysRecord } from '../../../engine/surveys/personal.ts';
import { checkAnswers, questionKinds } from '../../../engine/surveys/question.ts';
import { resultsSeenBy } from '../../../engine/surveys/results.ts';
import { surveySeenBy } from '../../../engine/surveys/see.ts';
import { seedAnswers, seedSurveys, shippedId, shippedSurveys } from '../../../engine/surveys/seed.ts';
import type { Survey } from '../../../engine/surveys/store.ts';
import { shareOf } from '../../../engine/surveys/tally.ts';
import { as, operator, unwrap } from '../../api/resources/story.ts';
import { openContext } from '../../api/server/stage.ts';
import { giveBack } from '../../support/services/fresh-database.ts';
import { surveyWish } from '../../support/surveys/wish.ts';

let ctx: EngineContext;
beforeAll(async () => {
  ({ ctx } = await openContext());
});
afterAll(() => giveBack(ctx.db));

it('is drafted at every start, once', async () => {
  for (const _ of [1, 2]) await seedSurveys(ctx);
  const [shipped] = shippedSurveys();
  if (!shipped) throw new Error('no survey ships');
  expect(await surveySeenBy(ctx, operator, shippedId(shipped))).toMatchObject({ state: 'draft', v: 1 });
});

it('has the figures of the source in the demo, in all twenty regions', async () => {
  for (const _ of [1, 2]) await seedAnswers(ctx);
  const [shipped] = shippedSurveys();
  const { total, figures, survey } = await resultsSeenBy(ctx, operator, shipped ? shippedId(shipped) : '');
  expect([total, survey.state]).toEqual([2564, 'published']);
  const share = (question: string, option: string) =>
    figures?.questions.find(({ id }) => id === question)?.options.find(({ id }) => id === option);
  expect(share('ready', 'yes')).toEqual({ id: 'yes', count: 1582, share: 61.7 });
  expect(share('reward', 'card')).toEqual({ id: 'card', count: 1551, share: 60.5 });
  expect(figures?.regions).toHaveLength(20);
  expect(figures?.regions.reduce((sum, each) => sum + each.total, 0)).toBe(2564);
});

it('keeps answers with a name only where it says so, gives them back, and erases who it was', async () => {
  const wish = { ...surveyWish, anonymous: false, minimum: 1 };
  const id = unwrap(await createSurvey(ctx, as(operator), wish));
  unwrap(await publishSurvey(ctx, as(operator), id));
  const survey = (await surveyOf(ctx, id)) as Survey;
  expect(await admit(ctx, survey, { person: null, chats: ['participant.web.1'] })).toMatchObject({
    ok: false,
  });
  const person = 'abcdefgh22222222';
  const ticket = unwrap(await admit(ctx, survey, { person, chats: [] }));
  const answer = { region: '75', given: { pleased: ['yes'], mark: ['5'], wish: ['Менің сөзім'] } };
  unwrap(await answerSurvey(ctx, survey, ticket, answer));
  const values = { pleased: 'yes', mark: 5, wish: 'Менің сөзім' };
  expect(await surveysRecord(ctx, person)).toEqual([{ survey: id, region: '75', values }]);
  for (const _ of [1, 2]) await eraseSurveyAnswers(ctx, person);
  expect(await surveysRecord(ctx, person)).toEqual([]);
  const { total, figures } = await resultsSeenBy(ctx, operator, id);
  expect([total, figures?.texts.wish, figures?.questions[0]?.options[0]?.count]).toEqual([1, [], 1]);
});

it.each([
  ['choice', ['maybe'], false],
  ['several', ['yes', 'no', 'yes'], ['no', 'yes']],
  ['several', ['yes', 'maybe'], false],
  ['scale', ['6'], false],
  ['scale', ['5'], 5],
  ['number', ['1.5'], false],
  ['number', ['1e3'], false],
  ['number', ['5'], 5],
  ['text', ['  сөз  '], 'сөз'],
  ['text', ['x'.repeat(1_001)], false],
] as const)('takes of %s %j: %j', (kind, typed, wanted) => {
  const words = { kk: 'k', ru: 'r', en: 'e' };
  const options = ['yes', 'no'].map((id) => ({ id, text: words }));
  const question = { id: 'it', kind, text: words, optional: false, options, from: 1, to: 5 };
  const { values, faults } = checkAnswers([question], { it: typed });
  expect(wanted === false ? faults.map(({ code }) => code) : values.it).toEqual(
    wanted === false ? ['surveys.answer-not-possible'] : wanted,
  );
});

it('asks for what was left out unless it is optional, and knows every kind', () => {
  expect(new Set(surveyWish.questions.map(({ kind }) => kind))).toEqual(new Set(questionKinds));
  const { values, faults } = checkAnswers(surveyWish.questions, { unknown: ['x'], constructor: ['x'] });
  expect(values).toEqual({});
  expect(faults.map(({ params }) => params?.question)).toEqual(['pleased', 'mark']);
});

it('rounds shares to one decimal', () => {
  expect([shareOf(1582, 2564), shareOf(1551, 2564), shareOf(1, 3), shareOf(0, 0)]).toEqual([
    61.7, 60.5, 33.3, 0,
  ]);
});
