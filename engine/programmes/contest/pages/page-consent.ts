// A winner's page is public only while its winner consents to it: for a minor, their legal representative. It is a consent of
// its own; who withdraws it stays a winner.
import type { Command } from '../../../kernel/actor.ts';
import { DAY } from '../../../kernel/clock.ts';
import type { Result } from '../../../kernel/result.ts';
import { giveConsent, liveConsent, withdrawConsent } from '../../../people/consents.ts';
import { type Person, people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { winningNomination } from '../packages/own-package.ts';
import { refusedAs } from '../reason.ts';

export const PAGE_PURPOSE = 'contest-page';
const PAGE_TEXT = '2026-11-30';
const PAGE_YEARS = 3;

/** @returns the person's id */
export async function agreeToPage(ctx: EngineContext, command: Command): Promise<Result<string>> {
  const { id } = command.actor;
  if (!(await winningNomination(ctx, id))) return refusedAs('no-winner');
  const until = new Date(ctx.clock.now().getTime() + PAGE_YEARS * 365 * DAY);
  const terms = { purpose: PAGE_PURPOSE, textVersion: PAGE_TEXT, until, thirdParties: ['public'] };
  return giveConsent(ctx, command, { ...terms, person: id, givenBy: id });
}

/** The page is gone at once. @returns the person's id */
export const withdrawPage = (ctx: EngineContext, command: Command): Promise<Result<string>> =>
  withdrawConsent(ctx, command, { person: command.actor.id, purpose: PAGE_PURPOSE });

export const mayShow = (
  person: Pick<Person, 'consents' | 'birthDate' | 'erasure' | 'merged'> | null,
  now: Date,
): boolean =>
  person !== null && !person.erasure && !person.merged && liveConsent(person, PAGE_PURPOSE, now) !== null;

export async function isPageOpen(ctx: EngineContext, personId: string): Promise<boolean> {
  return mayShow(await people.on(ctx.db).findById(personId).lean(), ctx.clock.now());
}
