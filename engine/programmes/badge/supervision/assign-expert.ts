// Assigns a mentor to an expert: by an operator or the coordinator of the region.
import type { Command } from '../../../kernel/actor.ts';
import { holds } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
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
  const regions = await regionsOfStaff(ctx, mentor);
  const { actor } = command;
  const isTheirs = regions.some((region) => holds(actor, 'regional-coordinator', `region:${region}`));
  if (!isTheirs && !isOperator(actor) && actor.kind !== 'system') return refused('common.not-allowed');
  const found = await people.on(ctx.db).findById(expert, { grants: 1 }).lean();
  const scopes = (found?.grants ?? []).filter(({ role }) => role === 'expert').map(({ scope }) => scope);
  const fits = scopes.some((scope) => scope === 'all' || regions.includes(scope.slice('region:'.length)));
  if (!fits || expert === mentor) return refused('badge-mentor.no-expert-there');
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
