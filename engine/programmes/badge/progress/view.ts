// How a participation stands at this moment, counted from its approved entries; also with one more that is up for approval.
import { type Explanation, explain } from '../../../rules/rule-book.ts';
import type { EngineContext } from '../../context.ts';
import { approvedEntries } from '../journal/cases.ts';
import { countedNow, countsFor } from '../journal/counted.ts';
import type { Entry } from '../journal/store.ts';
import type { Participation } from '../store.ts';
import type { BadgePart } from './part.ts';
import { type Standing, standingOf } from './standing.ts';

/** Read from the entries themselves, not from what was summed up. */
export async function partsNow(ctx: EngineContext, participation: string): Promise<readonly BadgePart[]> {
  const approved = await approvedEntries(ctx, participation);
  return approved.flatMap((entry) => countedNow(entry) ?? []);
}

export const standingNow = async (ctx: EngineContext, participation: Participation): Promise<Standing> =>
  standingOf(ctx, participation, await partsNow(ctx, participation._id));

/** What approval of an entry would lead to. */
export async function standingWith(
  ctx: EngineContext,
  participation: Participation,
  entry: Entry,
): Promise<Standing> {
  const parts = await partsNow(ctx, participation._id);
  const one = entry.state === 'approved' ? null : countsFor(entry);
  return standingOf(ctx, participation, one ? [...parts, one] : parts);
}

/** What the journal still lacks, in words; empty where every direction has what it needs. */
export const missingInWords = ({ evaluation }: Standing): readonly Explanation[] => explain(evaluation);
