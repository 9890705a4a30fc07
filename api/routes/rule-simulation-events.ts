// A simulation as it comes along, as server-sent events: `progress` while people are judged, and last what it came to.
import { setTimeout as pause } from 'node:timers/promises';
import type { RuleSimulation } from '../../engine/editions/simulations.ts';

const LOOK_AGAIN_MS = 200;

export interface Watching {
  readonly look: () => Promise<RuleSimulation>;
  /** As it is shown when it is over. */
  readonly shown: (simulation: RuleSimulation) => unknown;
  /** True when nobody is to be kept waiting: the server is closing. */
  readonly isOver: () => boolean;
}

/** Ends with the simulation: with `done`, `cancelled` or `failed`. */
export async function* simulationEvents({ look, shown, isOver }: Watching): AsyncIterable<string> {
  let told = -1;
  for (let now = await look(); ; now = await look()) {
    if (now.state !== 'running') {
      yield eventOf(now.state, shown(now));
      return;
    }
    if (now.judged !== told) yield eventOf('progress', { judged: now.judged });
    told = now.judged;
    if (isOver()) return;
    await pause(LOOK_AGAIN_MS);
  }
}

const eventOf = (event: string, data: unknown): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
