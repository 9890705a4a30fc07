// A student registers: who they are, where they study, and their consent to data processing.
import type { Command } from '../../../kernel/actor.ts';
import { isLocalDate, type LocalDate } from '../../../kernel/calendar.ts';
import type { Language } from '../../../kernel/languages.ts';
import { type Result, refused } from '../../../kernel/result.ts';
import { registerPerson } from '../../../people/register.ts';
import { universities } from '../../../reference/universities.ts';
import type { EngineContext } from '../../context.ts';
import { studentOf } from '../cases.ts';
import { consentTerms } from '../consent.ts';

export interface NewStudent {
  readonly chat: string;
  readonly language: Language;
  readonly name: string;
  readonly universityId: string;
  readonly year: number;
  readonly region: string;
  readonly phone: string | null;
  /** `YYYY-MM-DD`. Under 18, a guardian's consent comes first. */
  readonly birthDate: LocalDate;
}

/** @returns the person's id */
export async function registerStudent(
  ctx: EngineContext,
  command: Command,
  input: NewStudent,
): Promise<Result<string>> {
  const university = await universities.on(ctx.db).exists({ _id: input.universityId });
  if (!university) return refused('credit.unknown-university');
  const { chat, language, name, region, phone, birthDate, universityId, year } = input;
  if (!isLocalDate(birthDate)) return refused('common.birth-date-unreadable');
  const registered = await registerPerson(ctx, command, {
    chat,
    language,
    name,
    region,
    phone,
    birthDate,
    grants: [{ role: 'student', scope: `university:${universityId}` }],
    student: { universityId, year },
    consents: [newConsent(ctx.clock.now(), universityId)],
  });
  if (registered.ok) await studentOf(ctx, registered.value);
  return registered;
}

const newConsent = (givenAt: Date, universityId: string) => {
  const { thirdParties, ...terms } = consentTerms(givenAt, universityId);
  return { ...terms, thirdParties: [...thirdParties], givenAt, withdrawnAt: null };
};
