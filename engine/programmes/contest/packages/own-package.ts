// The nomination with which somebody is a winner in the edition that runs, or was last.
import type { EngineContext } from '../../context.ts';
import { nominationsOf } from '../nominations/nomination.ts';
import { winnerStates } from '../states.ts';
import type { Nomination } from '../store.ts';

/** Null for whoever is none. */
export async function winningNomination(ctx: EngineContext, person: string): Promise<Nomination | null> {
  const found = (await nominationsOf(ctx, person)).filter(({ state }) => winnerStates.includes(state));
  return found.reduce<Nomination | null>(
    (latest, each) => (latest === null || each.edition > latest.edition ? each : latest),
    null,
  );
}
