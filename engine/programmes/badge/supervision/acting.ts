// Who acts as a participant's mentor now: the mentor.
import type { Actor } from '../../../kernel/actor.ts';
import type { Refused } from '../../../kernel/result.ts';
import type { StoreContext } from '../../../store/context.ts';
import { refuseOtherMentor } from '../rights.ts';
import type { Participation } from '../store.ts';

/** A refusal for whoever is neither the participant's mentor nor stands in for them now. */
export async function refuseUnlessActing(
  _ctx: StoreContext,
  actor: Actor,
  participation: Participation,
): Promise<Refused | null> {
  return refuseOtherMentor(actor, participation);
}

/** Whom what waits for the mentor is told to. */
export async function actingMentors(
  _ctx: StoreContext,
  { mentor }: Participation,
): Promise<readonly string[]> {
  return [mentor];
}
