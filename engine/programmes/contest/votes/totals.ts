// What the votes came to: counted ones, and apart those of people outside the electorate, which weigh nothing.
import type { EngineContext } from '../../context.ts';
import { type VotedStage, votes } from './store.ts';

export interface VoteTotal {
  readonly nomination: string;
  readonly counted: number;
  /** Shown apart; weight 0. */
  readonly outside: number;
  /** Of the counted votes at this place, 0 to 100, rounded down: what the commission is shown as a criterion. */
  readonly percent: number;
}

interface Group {
  readonly _id: { readonly nomination: string; readonly counts: boolean };
  readonly count: number;
}

/** By nomination. @param place id of the college, code of the region */
export async function voteTotals(
  ctx: EngineContext,
  edition: string,
  stage: VotedStage,
  place: string,
): Promise<readonly VoteTotal[]> {
  const groups = await votes
    .raw(ctx.db)
    .aggregate<Group>([
      { $match: { edition, stage, place } },
      { $group: { _id: { nomination: '$nomination', counts: '$counts' }, count: { $sum: 1 } } },
    ])
    .toArray();
  const of = (counts: boolean) =>
    new Map(
      groups.filter(({ _id }) => _id.counts === counts).map(({ _id, count }) => [_id.nomination, count]),
    );
  const [counted, outside] = [of(true), of(false)];
  const all = [...counted.values()].reduce((sum, each) => sum + each, 0);
  const ids = [...new Set(groups.map(({ _id }) => _id.nomination))].sort();
  return ids.map((nomination) => {
    const own = counted.get(nomination) ?? 0;
    const percent = all === 0 ? 0 : Math.floor((own * 100) / all);
    return { nomination, counted: own, outside: outside.get(nomination) ?? 0, percent };
  });
}

/** What a nominee's votes are to the commission: the percent of the counted ones at the place. */
export async function voteFigure(
  ctx: EngineContext,
  {
    edition,
    nomination,
    stage,
    place,
  }: {
    readonly edition: string;
    readonly nomination: string;
    readonly stage: VotedStage;
    readonly place: string;
  },
): Promise<number> {
  const totals = await voteTotals(ctx, edition, stage, place);
  return totals.find((each) => each.nomination === nomination)?.percent ?? 0;
}
