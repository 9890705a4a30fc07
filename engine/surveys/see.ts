// What operators see of surveys, and the tickets that they hand to attendees of an event.
import type { Actor, Command } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { type Page, type PageRequest, pageOf } from '../store/page.ts';
import { refuseOthers } from './lifecycle.ts';
import { digestOf, ticketFor } from './respondent.ts';
import { type Survey, surveys } from './store.ts';

/** Newest first. @throws AppError `forbidden` for anyone but an operator */
export function surveysSeenBy(
  ctx: StoreContext,
  actor: Actor,
  search: { readonly state?: Survey['state'] },
  page: PageRequest,
): Promise<Page<Survey>> {
  refuseOthers({ actor });
  return pageOf(ctx, surveys, { ...search }, { by: 'createdAt', of: 'instant', newestFirst: true }, page);
}

/** @throws AppError `forbidden` for anyone but an operator, `not-found` */
export async function surveySeenBy(ctx: StoreContext, actor: Actor, id: string): Promise<Survey> {
  refuseOthers({ actor });
  const found = await surveys.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `survey ${id} does not exist`);
  return found as Survey;
}

/**
 * One ticket for each attendee of an event: good for one answer, tied to nobody. A repeat of the command gives the same
 * ones, and none is stored. Refused for a survey that is not anonymous: it asks who answers.
 */
export async function ticketsFor(
  ctx: StoreContext,
  command: Command,
  id: string,
  count: number,
): Promise<Result<readonly string[]>> {
  const survey = await surveySeenBy(ctx, command.actor, id);
  if (!survey.anonymous) return refused('surveys.for-registered');
  if (survey.state !== 'published') return refused('surveys.not-open');
  const names = Array.from({ length: count }, (_, at) => `attendee/${command.id}/${at}`);
  return ok(names.map((name) => ticketFor(ctx, id, digestOf(ctx, id, name))));
}
