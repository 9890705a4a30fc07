// What is asked of a population, and which surveys a plan asks for.
import type { Question } from '../../../surveys/question.ts';
import { isPopulation, type Population } from '../plan/measure.ts';
import { activitiesOf, type Plan } from '../plan/shape.ts';
import asked from './questions.json' with { type: 'json' };

/** The question whose answers are the satisfaction. */
export const SATISFACTION = 'satisfaction';
const SCALE = { from: 1, to: 5 };

const scale = (id: string, text: Question['text'], optional: boolean): Question => ({
  ...{ id, kind: 'scale', text, optional, options: [] },
  ...SCALE,
});

export const questionsFor = (population: Population) => ({
  title: asked.titles[population],
  intro: asked.intro,
  questions: [
    scale(SATISFACTION, asked.satisfaction[population], false),
    scale('useful', asked.useful, true),
    { ...{ id: 'wish', kind: 'text', text: asked.wish, optional: true, options: [] }, from: null, to: null },
  ] satisfies Question[],
});

export interface AskedSurvey {
  readonly activity: string;
  readonly population: Population;
}

/**
 * Every population whose satisfaction an activity asks for; and those who are trained, where it asks for an export of their
 * questionnaire or a list of their contacts.
 */
export const surveysAskedIn = (plan: Pick<Plan, 'tasks'>): readonly AskedSurvey[] =>
  activitiesOf(plan).flatMap(({ id: activity, indicators }) => {
    const measures = indicators.flatMap(({ target }) => target);
    const rated = measures.flatMap(({ unit, subject }) =>
      unit === 'percent' && isPopulation(subject) ? [subject] : [],
    );
    const trains = measures.some(({ unit }) => unit === 'questionnaireExport' || unit === 'contactList');
    const all: readonly Population[] = [...rated, ...(trains ? (['courseParticipants'] as const) : [])];
    return [...new Set(all)].map((population) => ({ activity, population }));
  });
