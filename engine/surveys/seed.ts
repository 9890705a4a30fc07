// Surveys that ship with Qadam: read from files and drafted once, for an operator to publish. In the demo they are published,
// with as many made-up answers as their source had, in its shares.
import { readdirSync, readFileSync } from 'node:fs';
import { type Command, systemActor } from '../kernel/actor.ts';
import { localDate } from '../kernel/calendar.ts';
import { newId } from '../kernel/ids.ts';
import { regions } from '../kernel/regions.ts';
import { ok, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { countAnswers, prepareBuckets } from './buckets.ts';
import { draftSurvey, type SurveyWish, surveyIdOf } from './lifecycle.ts';
import type { Question } from './question.ts';
import { surveyAnswers, surveyDays, surveys } from './store.ts';

export interface Shipped {
  readonly id: string;
  /** What its source reports: answers in all, and the percentage of some options. */
  readonly asked: { readonly answers: number } & Readonly<Record<string, unknown>>;
  readonly survey: SurveyWish;
}

const folder = new URL('./shipped/', import.meta.url);

export const shippedSurveys = (): readonly Shipped[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Shipped);

export const shippedId = ({ id }: Pick<Shipped, 'id'>): string => surveyIdOf(`shipped ${id}`);

const by = (what: string): Command => ({ id: `shipped/${what}`, actor: systemActor });

/** Drafts what was not drafted yet. Called at every start. */
export async function seedSurveys(ctx: StoreContext): Promise<void> {
  for (const each of shippedSurveys())
    await draftSurvey(ctx, by(`${each.id}/draft`), shippedId(each), each.survey);
}

/** For the demo: publishes the shipped surveys, with answers. Idempotent. */
export async function seedAnswers(ctx: StoreContext): Promise<void> {
  await seedSurveys(ctx);
  for (const each of shippedSurveys()) {
    const id = shippedId(each);
    await prepareBuckets(ctx, id);
    if ((await countAnswers(ctx, id)) === 0) await fill(ctx, id, each);
    const set = { state: 'published' as const, publishedAt: ctx.clock.now() };
    await change(ctx, surveys, id, by(`${each.id}/publish`), ({ state }) =>
      state === 'draft'
        ? ok({ action: 'survey published', set, result: id })
        : refused('surveys.published-before'),
    );
  }
}

/** Answers in the shares of the source, spread over all regions. */
async function fill({ db, clock }: StoreContext, id: string, { asked, survey }: Shipped): Promise<void> {
  const total = asked.answers;
  const answers = Array.from({ length: total }, (_, at) => ({
    id: newId(),
    region: regions[at % regions.length]?.code ?? null,
    values: Object.fromEntries(
      survey.questions.flatMap((question) => {
        const value = optionAt(question, asked[question.id], at, total);
        return value === null ? [] : [[question.id, value]];
      }),
    ),
    who: null,
  }));
  const buckets = await surveyAnswers.on(db).find({ survey: id }, { _id: 1 }).lean();
  const writes = buckets.map(({ _id }, nth) => {
    const own = answers.filter((_, at) => at % buckets.length === nth);
    own.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { updateOne: { filter: { _id }, update: { $set: { answers: own } } } };
  });
  await surveyAnswers.raw(db).bulkWrite(writes as never);
  const days = { [localDate(clock.now())]: total };
  await surveyDays.raw(db).updateOne({ _id: id } as never, { $set: { days } } as never, { upsert: true });
}

/**
 * The option of one answer: the named ones get their share, the others what is left. Questions are walked through at
 * different strides, so that the answers to one say nothing about another.
 */
function optionAt({ options, id }: Question, shares: unknown, at: number, total: number): string | null {
  if (options.length === 0) return null;
  const percent = Object.entries((shares ?? {}) as Readonly<Record<string, number>>);
  const place = (at * (id.length % 2 === 0 ? 7 : 11)) % total;
  let before = 0;
  for (const [option, share] of percent) {
    before += Math.round((total * share) / 100);
    if (place < before) return option;
  }
  const others = options.filter((each) => !percent.some(([option]) => option === each.id));
  return others[place % Math.max(1, others.length)]?.id ?? null;
}
