// Every benchmark: one line each.
import type { Bench } from './harness/bench.ts';
import { turn } from './turn/turn.ts';

export const benches: readonly Bench[] = [turn];
