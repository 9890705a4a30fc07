// Taking one answer. First the digest is claimed, in one write that two can not both win; then the answer is kept where
// chance puts it. Nothing that is written holds both, nor a time beyond the day, and no audit record is made of it.
import { localDate } from '../kernel/calendar.ts';
import { newId } from '../kernel/ids.ts';
import { regionOf } from '../kernel/regions.ts';
import { ok, type Result, refused, refusedFor } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { claim, isClaimed, keepAnswer, unclaim } from './buckets.ts';
import { checkAnswers } from './question.ts';
import { claimOf, digestOf, readTicket, ticketFor } from './respondent.ts';
import { type Survey, surveyDays, surveys } from './store.ts';

/** The survey behind a link; null for none, and for one that was not published yet. */
export async function surveyOf(ctx: StoreContext, id: string): Promise<Survey | null> {
  const found = await surveys.on(ctx.db).findById(id).lean();
  return found && found.state !== 'draft' ? (found as Survey) : null;
}

/** Somebody in a chat who opened the link: their account, where they have one, and all chats that are theirs. */
export interface Respondent {
  readonly person: string | null;
  readonly chats: readonly string[];
}

/** @returns a ticket to the page of a survey. Refused to who has answered, and where it is closed */
export async function admit(
  ctx: StoreContext,
  survey: Survey,
  { person, chats }: Respondent,
): Promise<Result<string>> {
  if (survey.state !== 'published') return refused('surveys.not-open');
  if (!survey.anonymous && person === null) return refused('surveys.for-registered');
  const names = [...(person === null ? [] : [`person/${person}`]), ...chats.map((chat) => `chat/${chat}`)];
  const digests = names.map((name) => digestOf(ctx, survey._id, name));
  for (const digest of digests)
    if (await isClaimed(ctx, survey._id, digest)) return refused('surveys.answered');
  const who = survey.anonymous ? digests[0] : person;
  return ok(ticketFor(ctx, survey._id, who ?? ''));
}

export interface GivenAnswer {
  readonly region: string;
  /** As a form sends them: texts by question id. */
  readonly given: Readonly<Record<string, readonly string[]>>;
}

/** @returns ok once it is kept. Refused with each fault; `surveys.answered` where it was given before */
export async function answerSurvey(
  ctx: StoreContext,
  survey: Survey,
  ticket: string,
  { region, given }: GivenAnswer,
): Promise<Result<null>> {
  const who = readTicket(ctx, survey._id, ticket);
  if (who === null) return refused('surveys.ticket-over');
  if (survey.state !== 'published') return refused('surveys.not-open');
  const { values, faults } = checkAnswers(survey.questions, given);
  if (faults.length > 0) return refusedFor(faults);
  const digest = claimOf(ctx, survey, who);
  if (!(await claim(ctx, survey._id, digest))) return refused('surveys.answered');
  const known = survey.byRegion && regionOf(region) ? region : null;
  const answer = { id: newId(), region: known, values, who: survey.anonymous ? null : who };
  try {
    await keepAnswer(ctx, survey._id, answer);
  } catch (error) {
    await unclaim(ctx, survey._id, digest);
    throw error;
  }
  await countDay(ctx, survey._id);
  return ok(null);
}

async function countDay(ctx: StoreContext, survey: string): Promise<void> {
  const day = `days.${localDate(ctx.clock.now())}`;
  await surveyDays
    .raw(ctx.db)
    .updateOne({ _id: survey } as never, { $inc: { [day]: 1 } } as never, { upsert: true });
}
