// What was answered, for operators: figures, plots and the table. Which of it may be shown is the engine's to say.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Language } from '../../engine/kernel/languages.ts';
import { refused } from '../../engine/kernel/result.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { Question } from '../../engine/surveys/question.ts';
import {
  answersForExport,
  questionOf,
  resultsSeenBy,
  type SurveyResults,
} from '../../engine/surveys/results.ts';
import type { QuestionTally } from '../../engine/surveys/tally.ts';
import { plainText } from '../../locales/texts.ts';
import { answerCells, exportAnswer, exportQuery } from '../exports/answer.ts';
import { surveyCells } from '../exports/survey.ts';
import { barsSvg } from '../plots/bars.ts';
import { actorOf, languageOf, unwrap } from './asking.ts';
import { closed, id, idParams } from './parts.ts';
import { results } from './survey-schema.ts';

const tags = ['surveys'];
const read = {
  ...{ operationId: 'readSurveyResults', tags, params: idParams },
  summary: 'Counts and shares, from the minimum on, by region where enough answered (operators)',
  response: { 200: results },
};
const plotted = {
  ...{ operationId: 'plotSurveyQuestion', tags },
  summary: 'The shares of one question as bars, SVG (operators)',
  params: Type.Object({ id, question: id }, closed),
  response: {
    200: {
      description: 'The picture.',
      content: { 'image/svg+xml': { schema: Type.Unsafe<unknown>({ type: 'string' }) } },
    },
  },
};
const exported = {
  ...{ operationId: 'exportSurvey', tags, params: idParams },
  summary: 'All answers as a table without respondents; of an anonymous survey once it is closed (operators)',
  querystring: Type.Object(exportQuery, closed),
  response: exportAnswer,
};

export const surveyResultRoutes =
  (ctx: StoreContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/surveys/:id/results', { schema: read }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return resultsShown(await resultsSeenBy(ctx, actorOf(request), request.params.id));
    });

    app.get('/surveys/:id/plots/:question', { schema: plotted }, async (request, reply) => {
      const found = await resultsSeenBy(ctx, actorOf(request), request.params.id);
      const question = questionOf(found.survey, request.params.question);
      const svg = plotOf(found, question, languageOf(request));
      return reply.type('image/svg+xml').header('cache-control', 'no-store').send(svg);
    });

    app.get('/surveys/:id/export', { schema: exported }, async (request, reply) => {
      const { survey, answers } = unwrap(await answersForExport(ctx, actorOf(request), request.params.id));
      const cells = surveyCells(survey, answers, languageOf(request));
      return answerCells(reply, request.query.format, `survey-${survey._id}`, cells);
    });
  };

const resultsShown = ({ survey, total, days, figures }: SurveyResults) => ({
  ...{ survey: survey._id, state: survey.state, total, minimum: survey.minimum, days: [...days] },
  figures: figures && {
    counted: figures.counted,
    questions: talliesShown(figures.questions),
    regions: figures.regions.map(({ questions, ...each }) => ({
      ...each,
      questions: talliesShown(questions),
    })),
    texts: Object.entries(figures.texts).map(([question, texts]) => ({ id: question, texts: [...texts] })),
  },
});

const talliesShown = (tallies: readonly QuestionTally[]) =>
  tallies.map(({ options, ...each }) => ({ ...each, options: [...options] }));

function plotOf({ survey, figures }: SurveyResults, question: Question, language: Language): string {
  const tally = figures?.questions.find(({ id: each }) => each === question.id);
  if (!tally || tally.options.length === 0)
    return unwrap(refused('surveys.nothing-to-plot', { minimum: survey.minimum }));
  const bars = tally.options.map(({ id: option, share, count }) => ({
    label: question.options.find((each) => each.id === option)?.text[language] ?? option,
    share,
    shown: plainText({ key: 'surveys:plot.bar', params: { share, count } }, language),
  }));
  const answered = plainText({ key: 'surveys:plot.answered', params: { count: tally.answered } }, language);
  return barsSvg(question.text[language], answered, bars);
}
