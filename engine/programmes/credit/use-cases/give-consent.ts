// A registered student gives the consent anew, after it was withdrawn or its term was over.
import type { Command } from '../../../kernel/actor.ts';
import { type Result, refused } from '../../../kernel/result.ts';
import { giveConsent as give } from '../../../people/consents.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { consentTerms } from '../consent.ts';

/** @returns the person's id */
export async function giveConsent(ctx: EngineContext, command: Command): Promise<Result<string>> {
  const { id } = command.actor;
  const person = await people.on(ctx.db).findById(id, { student: 1 }).lean();
  if (!person?.student) return refused('common.not-allowed');
  const terms = consentTerms(ctx.clock.now(), person.student.universityId);
  return give(ctx, command, { ...terms, person: id, givenBy: id });
}
