// A participant rates their mentor: a ticket to the page of the questionnaire, handed to nobody else. What they answer is never
// linked with who they are.
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import { admit } from '../../../surveys/answer.ts';
import type { EngineContext } from '../../context.ts';
import { participationsOf } from '../cases.ts';
import type { ParticipationState } from '../states.ts';
import { openMentorSurvey } from './survey.ts';

/** From activation on: before it there is nothing to rate. */
const rating: readonly ParticipationState[] = [
  ...(['active', 'complete', 'nominated', 'awarded', 'not-awarded', 'expired'] as const),
];

/** Mentors whom the person may rate: of every participation that was activated. */
export async function ratedMentors(ctx: EngineContext, person: string): Promise<readonly string[]> {
  const all = await participationsOf(ctx, person);
  return [...new Set(all.filter(({ state }) => rating.includes(state)).map(({ mentor }) => mentor))];
}

export interface Admitted {
  readonly survey: string;
  readonly ticket: string;
}

/** Refused to who has answered already, and about anybody but the own mentor. */
export async function rateMentor(
  ctx: EngineContext,
  actor: Actor,
  mentor: string,
): Promise<Result<Admitted>> {
  if (!(await ratedMentors(ctx, actor.id)).includes(mentor)) return refused('badge-award.not-your-mentor');
  const survey = await openMentorSurvey(ctx, mentor);
  const person = await people.on(ctx.db).findById(actor.id, { chats: 1 }).lean();
  const chats = (person?.chats ?? []).map(({ key }) => key);
  const ticket = await admit(ctx, survey, { person: actor.id, chats });
  return ticket.ok ? ok({ survey: survey._id, ticket: ticket.value }) : ticket;
}
