// What is odd about the votes for a nominee, for the commission to see: many at once, several accounts of one person,
// accounts made to vote. Signals never decide: no vote is left out because of one.
import { HOUR, MINUTE } from '../../../kernel/clock.ts';
import type { EngineContext } from '../../context.ts';
import { type Vote, type VotedStage, votes } from './store.ts';

/** Votes within ten minutes from which on they are a burst: a class that votes together is thirty. */
const BURST_VOTES = 50;
const BURST_SPAN = 10 * MINUTE;
/** Registered so shortly before the vote. */
const FRESH_SPAN = HOUR;

export interface Burst {
  readonly from: Date;
  readonly votes: number;
}

export interface VoteSignals {
  readonly bursts: readonly Burst[];
  /** Counted votes of accounts that share a name with birth date, or a telephone, with another voter for this nominee. */
  readonly alike: number;
  /** Counted votes of accounts that were registered within the hour before. */
  readonly fresh: number;
}

type Row = Pick<Vote, 'at' | 'registeredAt' | 'likeness'>;

export async function signalsOf(
  ctx: EngineContext,
  nomination: string,
  stage: VotedStage,
): Promise<VoteSignals> {
  const rows = (await votes
    .raw(ctx.db)
    .find({ nomination: { $eq: nomination }, stage: { $eq: stage }, counts: true } as never, {
      projection: { at: 1, registeredAt: 1, likeness: 1 },
    })
    .sort({ at: 1 })
    .toArray()) as unknown as readonly Row[];
  const fresh = rows.filter(
    ({ at, registeredAt }) => at.getTime() - registeredAt.getTime() < FRESH_SPAN,
  ).length;
  return { bursts: burstsIn(rows), alike: alikeIn(rows), fresh };
}

/** Spans without overlap, the earliest first. @param rows by time */
function burstsIn(rows: readonly Row[]): readonly Burst[] {
  const times = rows.map(({ at }) => at.getTime());
  const bursts: Burst[] = [];
  let end = 0;
  for (let first = 0; first < times.length; ) {
    const from = times[first] ?? 0;
    while (end < times.length && (times[end] ?? 0) - from < BURST_SPAN) end += 1;
    const isBurst = end - first >= BURST_VOTES;
    if (isBurst) bursts.push({ from: new Date(from), votes: end - first });
    first = isBurst ? end : first + 1;
  }
  return bursts;
}

function alikeIn(rows: readonly Row[]): number {
  const seen = new Map<string, number>();
  for (const mark of rows.flatMap(({ likeness }) => likeness)) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  return rows.filter(({ likeness }) => likeness.some((mark) => (seen.get(mark) ?? 0) > 1)).length;
}
