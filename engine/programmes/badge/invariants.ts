// What must hold of the badge programme, in words where it does not. The model and the stories look once nothing waits any more.
import { progressParts, progressSums } from '../../progress/store.ts';
import { readsAll } from '../../store/indexes.ts';
import type { EngineContext } from '../context.ts';
import { awards } from './award/store.ts';
import { entries } from './journal/store.ts';
import type { BadgePart } from './progress/part.ts';
import { standingOf } from './progress/standing.ts';
import { type Participation, participationId, participations } from './store.ts';

type Invariant = (ctx: EngineContext) => Promise<readonly string[]>;

const everyParticipation = (ctx: EngineContext): Promise<readonly Participation[]> =>
  participations.on(ctx.db).find(readsAll).lean() as unknown as Promise<Participation[]>;

/** A badge stands beneath its person and level, and beneath nothing else: a second one has no place (§4.3). */
const awardedOnce: Invariant = async (ctx) => {
  const all = await awards.on(ctx.db).find(readsAll, { person: 1, level: 1, state: 1, decision: 1 }).lean();
  return all.flatMap(({ _id, person, level, state, decision }) => [
    ...(_id === participationId(person, level) ? [] : [`award ${_id} is no ${level} of its person`]),
    ...(state === 'awarded' && decision?.awarded !== true ? [`award ${_id} was given undecided`] : []),
  ]);
};

const ownWork: Invariant = async (ctx) => {
  const all = await entries.on(ctx.db).find(readsAll, { person: 1, decision: 1 }).lean();
  return all.flatMap(({ _id, person, decision }) =>
    decision?.by === person ? [`entry ${_id} was decided by its author`] : [],
  );
};

/** Nothing runs before both have signed and agreed, and nobody is judged by an employer's word that is missing. */
const nothingEarly: Invariant = async (ctx) => {
  const begun = (await everyParticipation(ctx)).filter(({ activatedAt }) => activatedAt !== null);
  const early = begun.filter(
    ({ agreement, schedule, talk, briefing }) => !agreement.participant || !schedule || !talk || !briefing,
  );
  const approved = await entries
    .on(ctx.db)
    .find(readsAll, { participation: 1, state: 1, kind: 1, employer: 1 })
    .lean();
  const known = new Set(begun.map(({ _id }) => _id));
  return [
    ...early.map(({ _id }) => `participation ${_id} is active without what comes before`),
    ...approved.flatMap(({ _id, participation, state, kind, employer }) => {
      if (state !== 'approved') return [];
      if (!known.has(participation)) return [`entry ${_id} counts before activation`];
      return kind === 'work' && employer?.confirmed !== true ? [`work ${_id} counts unconfirmed`] : [];
    }),
  ];
};

/** The stored percentages are those that a recount of the counted parts gives. */
const percentages: Invariant = async (ctx) => {
  const kind = { kind: 'badge' };
  const parts = await progressParts.on(ctx.db).find(kind).lean();
  const sums = await progressSums.on(ctx.db).find(kind).lean();
  const faults: string[] = [];
  for (const each of await everyParticipation(ctx)) {
    const sum = sums.find(({ owner }) => owner === each._id);
    if (!sum) continue;
    const own = parts.flatMap(({ owner, part }) => (owner === each._id && part ? [part] : []));
    const { rating, directions } = await standingOf(ctx, each, own as unknown as readonly BadgePart[]);
    const isOther = directions.some(({ direction, percent }) => sum.figures[direction] !== percent);
    if (sum.score !== rating || isOther) faults.push(`the sum of ${each._id} is not that of its entries`);
  }
  return faults;
};

export const invariants: Readonly<Record<string, Invariant>> = {
  'no badge is given twice at a level, or undecided': awardedOnce,
  'nobody decides on their own entry': ownWork,
  'nothing counts before activation, and no work unconfirmed': nothingEarly,
  'percentages are those of a recount': percentages,
};
