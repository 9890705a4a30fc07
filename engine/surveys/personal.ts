// What surveys that are not anonymous keep of a person. Of anonymous ones nothing can be found: that is their promise.
import type { StoreContext } from '../store/context.ts';
import type { Question, Values } from './question.ts';
import { type Answer, surveyAnswers, surveys } from './store.ts';

const ofPerson = (ctx: StoreContext, person: string) =>
  surveyAnswers
    .on(ctx.db)
    .find({ 'answers.who': person } as never)
    .lean();

/** The person's own answers, as plain JSON. */
export async function surveysRecord(ctx: StoreContext, person: string) {
  const found = await ofPerson(ctx, person);
  return found.flatMap(({ survey, answers }) =>
    (answers as Answer[]).flatMap(({ who, region, values }) =>
      who === person ? [{ survey, region, values }] : [],
    ),
  );
}

/** Choices stay and count on, as nobody's; words go. Idempotent. */
export async function eraseSurveyAnswers(ctx: StoreContext, person: string): Promise<void> {
  for (const { _id, survey, answers } of await ofPerson(ctx, person)) {
    const questions = ((await surveys.on(ctx.db).findById(survey).lean())?.questions ?? []) as Question[];
    for (const { id, who, values } of answers as Answer[]) {
      if (who !== person) continue;
      const set = {
        'answers.$[own].who': null,
        'answers.$[own].values': withoutWords(questions, values as Values),
      };
      await surveyAnswers
        .raw(ctx.db)
        .updateOne({ _id } as never, { $set: set } as never, { arrayFilters: [{ 'own.id': id }] });
    }
  }
}

const withoutWords = (questions: readonly Question[], values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([id]) => questions.find((each) => each.id === id)?.kind !== 'text'),
  );
