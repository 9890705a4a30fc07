// While a mentor is away their expert acts, or one of the expert's mentors whom the expert names; while the expert is away,
// the regional coordinator sees to it (§3.3). It ends with the absence: back again, the mentor has their participants as before.
import type { Actor, Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { awayUntil } from '../../../reviews/absence/use-cases.ts';
import type { EngineContext } from '../../context.ts';
import { cardOf, changeCard } from './cards.ts';
import { standInNamed } from './events.ts';
import { coordinatorsOf, isExpert, mentorsOfExpert, regionsOfStaff } from './reach.ts';

export interface HandedOver {
  /** The mentor who is away. */
  readonly mentor: string;
  /** One of the expert's mentors, or whoever names them themselves. */
  readonly to: string;
}

/** Anybody but the expert themselves or one of *their* mentors is refused (B-80). @returns the mentor's id */
export async function handOver(
  ctx: EngineContext,
  command: Command,
  { mentor, to }: HandedOver,
): Promise<Result<string>> {
  const { actor } = command;
  if (!(await mayHandOver(ctx, actor, mentor))) return refused('common.not-allowed');
  const { expert } = await cardOf(ctx, mentor);
  const theirs = expert === null ? [] : await mentorsOfExpert(ctx, expert);
  const isOwn = to === actor.id || theirs.includes(to);
  if (!isOwn || to === mentor) return refused('badge-mentor.not-their-mentor');
  if (await awayUntil(ctx, to)) return refused('badge-mentor.stand-in-away');
  const until = await awayUntil(ctx, mentor);
  if (!until) return refused('badge-mentor.mentor-there');
  return changeCard(ctx, mentor, command, () =>
    ok({
      action: 'stand-in named',
      set: { standIn: { person: to, by: actor.id, since: ctx.clock.now(), until } },
      events: [standInNamed({ mentor, standIn: to })],
      result: mentor,
      details: { standIn: to },
    }),
  );
}

/** The mentor's expert; while the expert is away or there is none, the coordinator of the region. */
async function mayHandOver(ctx: EngineContext, actor: Actor, mentor: string): Promise<boolean> {
  const { expert } = await cardOf(ctx, mentor);
  if (isExpert(actor) && actor.id === expert) return true;
  if (expert !== null && !(await awayUntil(ctx, expert))) return false;
  const regions = await regionsOfStaff(ctx, mentor);
  const coordinators = await Promise.all(regions.map((region) => coordinatorsOf(ctx, region)));
  return actor.id !== mentor && coordinators.flat().includes(actor.id);
}
