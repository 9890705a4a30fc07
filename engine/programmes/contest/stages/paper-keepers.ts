// Who keeps the papers of a commission: the person who forms it. Formed with an API key, which is nobody, all who hold the role
// there keep them; an invitation with a key is one of theirs.
import { isSecretary } from '../../../commissions/rights.ts';
import type { Commission } from '../../../commissions/store.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { holdersOf } from '../../../people/reach.ts';
import type { EngineContext } from '../../context.ts';

/** @returns ids of persons */
export async function keepersFor(
  ctx: EngineContext,
  { kind, id }: Actor,
  role: string,
  scope: string,
): Promise<Result<readonly string[]>> {
  if (kind === 'person') return ok([id]);
  const holders = await holdersOf(ctx, role, scope);
  return holders.length > 0 ? ok(holders) : refused('contest.no-keeper');
}

/** In whose name somebody invites; null for whoever may not. @param acts whether the actor acts for the commission's place */
export function inviterOf(actor: Actor, commission: Commission, acts: boolean): string | null {
  if (isSecretary(actor, commission)) return actor.id;
  return actor.kind === 'key' && acts ? (commission.secretaries[0] ?? null) : null;
}
