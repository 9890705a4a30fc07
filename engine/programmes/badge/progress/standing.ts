// How far a participation has come: percent per direction and level rating as the rules of the level count them, under the
// version it began under (§4.4). Follows from entries, the participation and rules of a fixed day: never from the clock.
import type { Evaluation, Facts, RequirementResult, RuleBook } from '../../../rules/rule-book.ts';
import type { StoreContext } from '../../../store/context.ts';
import { standardsFor } from '../reference/standards.ts';
import { type Direction, directions } from '../states.ts';
import type { Participation } from '../store.ts';
import { type Counting, journalFacts } from './facts.ts';
import type { BadgePart } from './part.ts';
import { pointsOf } from './points.ts';

export type RulesContext = StoreContext & { readonly rules: RuleBook };

/** What of a participation its percentages rest on. */
export type Measured = Pick<
  Participation,
  'level' | 'round' | 'startedOn' | 'directions' | 'longer' | 'schedule' | 'profile' | 'excusedWeeks'
>;

export interface DirectionStanding {
  readonly direction: Direction;
  readonly percent: number;
  readonly met: boolean;
  readonly have: RequirementResult['have'];
  readonly need: RequirementResult['need'];
}

export interface Standing {
  readonly directions: readonly DirectionStanding[];
  /** The mean over the directions that the level asks of this person, 0–100. */
  readonly rating: number;
  readonly points: number;
  readonly facts: Facts;
  readonly evaluation: Evaluation;
}

export async function standingOf(
  ctx: RulesContext,
  measured: Measured,
  parts: readonly BadgePart[],
): Promise<Standing> {
  const { level, startedOn } = measured;
  const facts = { ...(await factsOf(ctx, measured, parts)), ...openGates(ctx, measured) };
  const evaluation = await ctx.rules.evaluate(`badge.${level}`, startedOn, facts);
  const asked = evaluation.requirements.flatMap((each): DirectionStanding[] => {
    const direction = directions.find((known) => known === each.id);
    const { percent, met, have, need } = each;
    return direction ? [{ direction, percent, met, have, need }] : [];
  });
  return {
    directions: asked,
    rating: evaluation.percent,
    points: pointsOf(ctx.rules, startedOn, facts),
    ...{ facts, evaluation },
  };
}

/** What the journal says, and what was chosen. */
export async function factsOf(
  ctx: RulesContext,
  measured: Measured,
  parts: readonly BadgePart[],
): Promise<Facts> {
  const ofRound = parts.filter(({ round }) => round === measured.round);
  return {
    ...journalFacts(ofRound, await countingOf(ctx, measured)),
    'badge.chosenDirections': measured.directions.map(({ direction }) => direction),
    'badge.longerTerm': measured.longer ?? 'either',
    'badge.heritageTerm': measured.schedule?.heritageLonger === true ? 'longer' : 'shorter',
  };
}

/** Gates stand outside the percentages: they are judged when the level is completed, see completion.ts. */
const openGates = (ctx: RulesContext, { level, startedOn }: Measured): Facts => ({
  age: ctx.rules.number('badge', `${level}MinAge`, startedOn),
  'badge.heldLevels': [],
  'badge.directionsConfirmed': true,
  'badge.monthsSinceStart': 0,
});

async function countingOf(
  ctx: RulesContext,
  { level, startedOn, profile, excusedWeeks }: Measured,
): Promise<Counting> {
  return {
    weekMinutes: ctx.rules.number('badge', 'qualifyingWeekMinutes', startedOn),
    excusedWeeks,
    standards: await standardsFor(ctx, { level, profile, on: startedOn }),
    adapted: profile !== 'general',
  };
}
