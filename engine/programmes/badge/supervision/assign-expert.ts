// Assigns a mentor to an expert: by an operator or the coordinator of the region.
import { type Actor, type Command, holds } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { holdersOf } from '../../../people/reach.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import { changeCard } from './cards.ts';
import { expertAssigned } from './events.ts';
import { regionsOfStaff } from './reach.ts';

export interface Assigned {
  readonly mentor: string;
  readonly expert: string;
}

/** @returns the mentor's id */
export async function assignExpert(
  ctx: EngineContext,
  command: Command,
  { mentor, expert }: Assigned,
): Promise<Result<string>> {
  const fit = await expertsFor(ctx, command.actor, mentor);
  if (!fit) return refused('common.not-allowed');
  if (!fit.includes(expert)) return refused('badge-mentor.no-expert-there');
  return changeCard(ctx, mentor, command, () =>
    ok({
      action: 'expert assigned',
      set: { expert },
      events: [expertAssigned({ mentor, expert })],
      result: mentor,
      details: { expert },
    }),
  );
}

/** The experts of the regions where a mentor works. @returns null to whoever assigns nobody there */
export async function expertsFor(
  ctx: EngineContext,
  actor: Actor,
  mentor: string,
): Promise<readonly string[] | null> {
  const regions = await regionsOfStaff(ctx, mentor);
  const isTheirs = regions.some((region) => holds(actor, 'regional-coordinator', `region:${region}`));
  if (!isTheirs && !isOperator(actor) && actor.kind !== 'system') return null;
  const found = await Promise.all(regions.map((region) => holdersOf(ctx, 'expert', `region:${region}`)));
  return [...new Set(found.flat())].filter((each) => each !== mentor).sort();
}
