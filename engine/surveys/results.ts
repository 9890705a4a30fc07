// What operators see of the answers: nothing below the minimum, shares to one decimal, by region where enough answered.
// While an anonymous survey is open its results move on in steps of the minimum: two readings never differ by one answer.
import type { Actor } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { answersOf, countAnswers } from './buckets.ts';
import { groupsOf } from './groups.ts';
import type { Values } from './question.ts';
import { surveySeenBy } from './see.ts';
import { type Answer, type Survey, surveyDays, surveySnapshots } from './store.ts';
import { type QuestionTally, tally } from './tally.ts';

export interface RegionTally {
  /** Null: the regions that are too small to be shown, and who named none. */
  readonly region: string | null;
  readonly total: number;
  readonly questions: readonly QuestionTally[];
}

export interface Counted {
  /** Answers that the figures are of. */
  readonly counted: number;
  readonly questions: readonly QuestionTally[];
  readonly regions: readonly RegionTally[];
  /** Free texts by question id, in alphabetical order: they say nothing about each other. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

export interface SurveyResults {
  readonly survey: Survey;
  /** Answers so far. */
  readonly total: number;
  readonly days: readonly { readonly day: string; readonly count: number }[];
  /** Null while fewer than the minimum have answered. */
  readonly figures: Counted | null;
}

/** @throws AppError `forbidden` for anyone but an operator, `not-found` */
export async function resultsSeenBy(ctx: StoreContext, actor: Actor, id: string): Promise<SurveyResults> {
  return resultsOf(ctx, await surveySeenBy(ctx, actor, id));
}

/** For programmes, which know who else may see them. */
export async function resultsOf(ctx: StoreContext, survey: Survey): Promise<SurveyResults> {
  const id = survey._id;
  const total = await countAnswers(ctx, id);
  const isStepwise = survey.anonymous && survey.state === 'published';
  const figures = isStepwise ? await stepped(ctx, survey, total) : await figuresOf(ctx, survey, total);
  return { survey, total, figures, days: await daysOf(ctx, id) };
}

async function figuresOf(ctx: StoreContext, survey: Survey, total: number): Promise<Counted | null> {
  return total < survey.minimum ? null : counted(survey, await answersOf(ctx, survey._id));
}

/** The figures that were shown last, until as many answers as the minimum have come since. */
async function stepped(ctx: StoreContext, survey: Survey, total: number): Promise<Counted | null> {
  const { _id, minimum } = survey;
  const snapshots = surveySnapshots.on(ctx.db);
  const last = await snapshots.findById(_id).lean();
  if (total < (last?.total ?? 0) + minimum) return (last?.results ?? null) as Counted | null;
  const results = counted(survey, await answersOf(ctx, _id));
  const filter = { _id, ...(last && { total: last.total }) };
  try {
    const set = { total: results.counted, results };
    await surveySnapshots.raw(ctx.db).updateOne(filter as never, { $set: set } as never, { upsert: true });
  } catch (error) {
    // Another reading made the step: all see the same.
    if (!isDuplicate(error)) throw error;
  }
  return ((await snapshots.findById(_id).lean())?.results ?? null) as Counted | null;
}

function counted({ questions, byRegion, minimum }: Survey, answers: readonly Answer[]): Counted {
  const groups = byRegion ? groupsOf(answers, minimum) : [];
  return {
    counted: answers.length,
    questions: tally(questions, answers),
    regions: groups.map((group) => ({
      region: group.region,
      total: group.answers.length,
      questions: tally(questions, group.answers),
    })),
    texts: Object.fromEntries(
      questions
        .filter(({ kind }) => kind === 'text')
        .map(({ id }) => [id, answers.flatMap((each) => textOf(each, id)).sort()]),
    ),
  };
}

const textOf = ({ values }: Answer, id: string): readonly string[] => {
  const value = (values as Values)[id];
  return typeof value === 'string' ? [value] : [];
};

async function daysOf({ db }: StoreContext, id: string): Promise<SurveyResults['days']> {
  const found = await surveyDays.on(db).findById(id).lean();
  const days = (found?.days ?? {}) as Readonly<Record<string, number>>;
  return Object.entries(days)
    .map(([day, count]) => ({ day, count }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

export interface ExportedAnswer {
  /** Null where too few of the region answered. */
  readonly region: string | null;
  readonly values: Values;
}

/**
 * Every answer in the order of random ids, without any respondent. Refused below the minimum, and for an anonymous survey
 * until it is closed: two exports would show who came between. @throws AppError `forbidden`, `not-found`
 */
export async function answersForExport(
  ctx: StoreContext,
  actor: Actor,
  id: string,
): Promise<Result<{ readonly survey: Survey; readonly answers: readonly ExportedAnswer[] }>> {
  const survey = await surveySeenBy(ctx, actor, id);
  const found = await exportOf(ctx, survey);
  return found.ok ? ok({ survey, answers: found.value }) : found;
}

/** For programmes, which know who else may have them. */
export async function exportOf(
  ctx: StoreContext,
  survey: Survey,
): Promise<Result<readonly ExportedAnswer[]>> {
  if (survey.anonymous && survey.state === 'published') return refused('surveys.still-open');
  const answers = await answersOf(ctx, survey._id);
  if (answers.length < survey.minimum) return refused('surveys.too-few', { minimum: survey.minimum });
  const shown = new Set(groupsOf(answers, survey.minimum).map(({ region }) => region));
  const rows = answers.map(({ region, values }) => ({
    region: shown.has(region) ? region : null,
    values: values as Values,
  }));
  return ok(rows);
}

/** @throws AppError `not-found` */
export const questionOf = ({ questions }: Survey, id: string) => {
  const found = questions.find((each) => each.id === id);
  if (!found) throw new AppError('not-found', `no question ${id}`);
  return found;
};
