// A student registers: who they are, where they study, and their consent to data processing.
import type { Command } from '../../../kernel/actor.ts';
import { DAY } from '../../../kernel/clock.ts';
import type { Language } from '../../../kernel/languages.ts';
import { type Result, refused } from '../../../kernel/result.ts';
import { universities } from '../../../organisations/store.ts';
import { registerPerson } from '../../../people/register.ts';
import type { EngineContext } from '../../context.ts';
import { studentOf } from '../cases.ts';
import { CONSENT_PURPOSE } from '../facts.ts';

/** Which text the person agreed to; a new text is a new version and is asked for again. */
export const CONSENT_TEXT = '2026-11';
const CONSENT_YEARS = 5;

export interface NewStudent {
  readonly chat: string;
  readonly language: Language;
  readonly name: string;
  readonly universityId: string;
  readonly year: number;
  readonly region: string;
  readonly phone: string | null;
}

/** @returns the person's id */
export async function registerStudent(
  ctx: EngineContext,
  command: Command,
  input: NewStudent,
): Promise<Result<string>> {
  const university = await universities.on(ctx.db).exists({ _id: input.universityId });
  if (!university) return refused('credit.unknown-university');
  const { chat, language, name, region, phone, universityId, year } = input;
  const registered = await registerPerson(ctx, command, {
    chat,
    language,
    name,
    region,
    phone,
    grants: [{ role: 'student', scope: `university:${universityId}` }],
    student: { universityId, year },
    consents: [consentFrom(ctx.clock.now(), universityId)],
  });
  if (registered.ok) await studentOf(ctx, registered.value);
  return registered;
}

const consentFrom = (givenAt: Date, universityId: string) => ({
  purpose: CONSENT_PURPOSE,
  textVersion: CONSENT_TEXT,
  givenAt,
  until: new Date(givenAt.getTime() + CONSENT_YEARS * 365 * DAY),
  thirdParties: ['host-organisation', `university:${universityId}`, 'financial-centre'],
  withdrawnAt: null,
});
