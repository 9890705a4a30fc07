// What is shown of the vote: to voters whom they may vote for, and the totals where the edition shows them; to those who run
// a stage and to its commission also what is odd.
import type { Actor } from '../../../kernel/actor.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { editionNow, editionOf } from '../editions/edition.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { actsForCollege, actsForRegion, actsForRepublic, isOperator } from '../rights.ts';
import { type Edition, type Nomination, nominations } from '../store.ts';
import { namesOf } from '../views/nominees.ts';
import { seatsOf } from '../views/places.ts';
import { placeOfVote, stageOfVote } from './electorate.ts';
import { signalsOf, type VoteSignals } from './signals.ts';
import { electorId, electors, type VotedStage, voteId, votes } from './store.ts';
import { type VoteTotal, voteTotals } from './totals.ts';

export interface Votable {
  readonly nomination: string;
  readonly name: string;
  readonly stage: VotedStage;
}

/** Nominees whom the person may vote for now: of their college, then of their region; none at a stage they voted at. */
export async function votableNominees(ctx: EngineContext, personId: string): Promise<readonly Votable[]> {
  const edition = await editionNow(ctx);
  const voter = await people.on(ctx.db).findById(personId, { region: 1 }).lean();
  if (!edition || !voter) return [];
  const elector = await electors.on(ctx.db).findById(electorId(edition._id, personId)).lean();
  const region = elector?.state === 'confirmed' ? [elector.region, voter.region] : [voter.region];
  const wanted = {
    edition: { $eq: edition._id },
    $or: [
      { state: 'at-college', college: { $eq: elector?.college ?? '' } },
      { state: { $in: ['sent', 'at-region'] }, region: { $in: region } },
    ],
  };
  const found = (await nominations
    .raw(ctx.db)
    .find(wanted as never)
    .sort({ _id: 1 })
    .toArray()) as unknown as Nomination[];
  return named(ctx, await open(ctx, edition, personId, found));
}

async function open(ctx: EngineContext, edition: Edition, person: string, found: readonly Nomination[]) {
  const ids = (['college', 'region'] as const).map((stage) => voteId(edition._id, stage, person));
  const cast = new Set(
    (
      await votes
        .raw(ctx.db)
        .find({ _id: { $in: ids } } as never, { projection: { stage: 1 } })
        .toArray()
    ).map(({ stage }) => stage),
  );
  return found.flatMap((nomination) => {
    const stage = stageOfVote(edition, nomination, ctx.clock.now());
    return stage && !cast.has(stage) ? [{ nomination, stage }] : [];
  });
}

async function named(
  ctx: EngineContext,
  list: readonly { readonly nomination: Nomination; readonly stage: VotedStage }[],
): Promise<readonly Votable[]> {
  const names = await namesOf(
    ctx,
    list.map(({ nomination }) => nomination.person),
  );
  const order = { college: 0, region: 1 };
  return list
    .map(({ nomination, stage }) => ({
      nomination: nomination._id,
      name: names.get(nomination.person) ?? '—',
      stage,
    }))
    .sort((a, b) => order[a.stage] - order[b.stage] || a.name.localeCompare(b.name, 'ru'));
}

export interface ShownVotes extends Omit<VoteTotal, 'nomination'> {
  readonly stage: VotedStage;
  /** What the votes are worth among the commission's criteria; 0: shown only. */
  readonly weight: number;
  /** Null for whoever neither runs the stage nor sits in its commission. */
  readonly signals: VoteSignals | null;
}

/**
 * @param stage the one that is voted on now where none is named
 * @returns null where the edition keeps totals to those who run the stage. @throws AppError `not-found`
 */
export async function votesShownTo(
  ctx: EngineContext,
  actor: Actor,
  id: string,
  stage?: VotedStage,
): Promise<ShownVotes | null> {
  const nomination = await nominationOf(ctx, id);
  const edition = await editionOf(ctx, nomination.edition);
  const at =
    stage ?? stageOfVote(edition, nomination, ctx.clock.now()) ?? (nomination.sentAt ? 'region' : 'college');
  const runs = await runsStage(ctx, actor, nomination, at);
  const { showsTotals, weight } = edition.electorates[at];
  if (!runs && !showsTotals) return null;
  const all = await voteTotals(ctx, edition._id, at, placeOfVote(nomination, at));
  const own = all.find((each) => each.nomination === id) ?? { counted: 0, outside: 0, percent: 0 };
  const { counted, outside, percent } = own;
  return {
    stage: at,
    counted,
    outside,
    percent,
    weight,
    signals: runs ? await signalsOf(ctx, id, at) : null,
  };
}

async function runsStage(
  ctx: EngineContext,
  actor: Actor,
  { college, region, edition }: Nomination,
  stage: VotedStage,
) {
  if (isOperator(actor) || actsForRepublic(actor)) return true;
  if (stage === 'college' ? actsForCollege(actor, college) : actsForRegion(actor, region)) return true;
  if (actor.kind !== 'person') return false;
  const at = stage === 'college' ? college : region;
  const seats = await seatsOf(ctx, actor.id);
  return seats.some((each) => each.edition === edition && each.stage === stage && each.at === at);
}
