// A survey's life: drafted by an operator (or shipped), published, closed. Its questions never change once it is published.
import { type Command, holds } from '../kernel/actor.ts';
import { AppError, type ErrorDetail } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change, create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { prepareBuckets } from './buckets.ts';
import * as announced from './events.ts';
import type { Question } from './question.ts';
import { type Survey, surveys } from './store.ts';

export type SurveyWish = Pick<Survey, 'title' | 'intro' | 'questions' | 'anonymous' | 'byRegion' | 'minimum'>;

/** An anonymous survey never shows fewer answers than this. */
export const LEAST_ANONYMOUS = 5;

/** The id of a survey: letters only, so that a link to it looks like no personal number. */
export const surveyIdOf = (words: string): string =>
  derivedId(`survey ${words}`).replace(
    /[0-9a-f]/g,
    (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? 'a',
  );

/** @throws AppError `forbidden` for anyone but an operator */
export function refuseOthers({ actor }: Pick<Command, 'actor'>): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'surveys are for operators');
}

/** @returns the survey's id: the same for a repeat. @throws AppError `forbidden`; `invalid-input` naming every fault */
export async function createSurvey(
  ctx: StoreContext,
  command: Command,
  wish: SurveyWish,
): Promise<Result<string>> {
  refuseOthers(command);
  const faults = faultsOf(wish);
  if (faults.length > 0) throw new AppError('invalid-input', 'the survey cannot be asked', faults);
  return ok(await draftSurvey(ctx, command, surveyIdOf(command.id), wish));
}

/** As a programme drafts one. */
export type DraftWish = SurveyWish & Partial<Pick<Survey, 'byTicket'>>;

export async function draftSurvey(
  ctx: StoreContext,
  command: Command,
  id: string,
  { title, intro, questions, anonymous, byRegion, minimum, byTicket = false }: DraftWish,
): Promise<string> {
  const fresh = { state: 'draft' as const, createdAt: ctx.clock.now(), publishedAt: null, closedAt: null };
  const set = { title, intro, questions, anonymous, byRegion, minimum, byTicket, ...fresh };
  await create(ctx, surveys, id, command, { action: 'survey drafted', set, result: id });
  return id;
}

/** @returns the survey's id */
export async function publishSurvey(
  ctx: StoreContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  refuseOthers(command);
  return openSurvey(ctx, command, id);
}

/** For programmes, which publish a survey of their own. Refused where it was published before. */
export function openSurvey(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  return change(ctx, surveys, id, command, async ({ state }) => {
    if (state !== 'draft') return refused('surveys.published-before');
    await prepareBuckets(ctx, id);
    const set = { state: 'published' as const, publishedAt: ctx.clock.now() };
    return ok({ action: 'survey published', set, result: id });
  });
}

/** Takes no answers from now on. @returns the survey's id */
export async function closeSurvey(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  refuseOthers(command);
  return endSurvey(ctx, command, id);
}

/** For programmes, which close a survey of their own. Refused where it is not open. */
export function endSurvey(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  return change(ctx, surveys, id, command, ({ state }) => {
    if (state !== 'published') return refused('surveys.not-open');
    const set = { state: 'closed' as const, closedAt: ctx.clock.now() };
    const events = [announced.closed({ survey: id })];
    return ok({ action: 'survey closed', set, events, result: id });
  });
}

/** What is wrong with the questions beyond their shape. */
function faultsOf({ questions, anonymous, minimum }: SurveyWish): readonly ErrorDetail[] {
  const ids = questions.map(({ id }) => id);
  const faults = questions.flatMap((question, at) => questionFaults(question, `/questions/${at}`, ids, at));
  const tooFew = anonymous && minimum < LEAST_ANONYMOUS;
  const hint = `an anonymous survey shows no fewer than ${LEAST_ANONYMOUS} answers`;
  return tooFew ? [...faults, { pointer: '/minimum', value: minimum, hint }] : faults;
}

function questionFaults(
  { id, kind, options, from, to }: Question,
  pointer: string,
  ids: readonly string[],
  at: number,
): readonly ErrorDetail[] {
  const isChosen = kind === 'choice' || kind === 'several';
  const isTwice = ids.indexOf(id) !== at;
  const sameOption = new Set(options.map((each) => each.id)).size < options.length;
  const span = (to ?? 0) - (from ?? 0);
  return [
    ...(isTwice
      ? [{ pointer: `${pointer}/id`, value: id, hint: 'give each question an id of its own' }]
      : []),
    ...(isChosen && options.length < 2
      ? [{ pointer: `${pointer}/options`, hint: 'give two options at least' }]
      : []),
    ...(!isChosen && options.length > 0
      ? [{ pointer: `${pointer}/options`, hint: `a question of kind ${kind} has no options` }]
      : []),
    ...(sameOption ? [{ pointer: `${pointer}/options`, hint: 'give each option an id of its own' }] : []),
    ...(kind === 'scale' && (from === null || to === null || span < 1 || span > 10)
      ? [
          {
            pointer: `${pointer}/from`,
            hint: 'a scale goes from one whole number to a larger one, 11 steps at most',
          },
        ]
      : []),
    ...(kind === 'number' && from !== null && to !== null && span < 0
      ? [{ pointer: `${pointer}/to`, value: to, hint: 'the upper bound lies below the lower one' }]
      : []),
  ];
}
