// What the rules of eligibility are told about a nominee. The names are fixed by rules/contest/facts.json.
import { type Refused, type Result, refused } from '../../../kernel/result.ts';
import type { Facts } from '../../../rules/rule-book.ts';
import type { EngineContext } from '../../context.ts';
import { allEditions } from '../editions/edition.ts';
import type { Edition, NamedGround } from '../store.ts';
import { askRules } from '../verdict.ts';
import { nominationsOf } from './nomination.ts';

export const studies = ['college', 'university', 'school'] as const;
export type Studies = (typeof studies)[number];

interface Judged {
  readonly studies: Studies;
  readonly lowestMark: number;
  readonly grounds: readonly NamedGround[];
}

export const eligibilityFacts = (
  { groundDocuments }: Pick<Edition, 'groundDocuments'>,
  { studies: where, lowestMark, grounds }: Judged,
): Facts => ({
  'contest.isCollegeStudent': where === 'college',
  'contest.lowestMark': lowestMark,
  'contest.grounds': grounds.map(({ ground }) => ground),
  // An edition that asks for no documents takes every ground as it is named.
  'contest.groundsDocumented': !groundDocuments || grounds.every(({ media }) => media.length > 0),
});

/** Where an edition leaves out the laureates of the years before: none does until that is confirmed. */
export async function refuseFormerLaureate(
  ctx: EngineContext,
  { exclusionYears, year }: Edition,
  person: string,
): Promise<Refused | null> {
  if (exclusionYears === 0) return null;
  const years = new Map((await allEditions(ctx)).map((each) => [each._id, each.year]));
  const won = (await nominationsOf(ctx, person))
    .filter(({ state }) => state === 'laureate')
    .map(({ edition }) => years.get(edition) ?? 0)
    .filter((each) => each < year && each >= year - exclusionYears);
  return won.length > 0 ? refused('contest.laureate-before', { year: Math.max(...won) }) : null;
}

/**
 * Whether somebody may still be nominated by what they have told so far; what was not asked yet is taken as good.
 * @returns the rules' explained refusal, so that nobody answers every question in vain
 */
export async function mayStillBeNominated(
  ctx: EngineContext,
  edition: Edition,
  told: Partial<Pick<Judged, 'studies' | 'lowestMark'>>,
): Promise<Result<unknown>> {
  const good: Judged = {
    ...{ studies: 'college', lowestMark: 5 },
    grounds: [{ ground: 'leader', what: '', media: [''] }],
  };
  const facts = eligibilityFacts(edition, { ...good, ...told });
  return askRules(ctx.rules, 'contest.eligibility', edition.legalDay, facts);
}
