// Every benchmark: one line each.
import { broadcast } from './broadcast/broadcast.ts';
import { confirm } from './confirm/confirm.ts';
import type { Bench } from './harness/bench.ts';
import { list, publicList } from './list/list.ts';
import { count } from './population/count.ts';
import { simulate } from './population/simulate.ts';
import { reviewing } from './reviews/reviews.ts';
import { rules } from './rules/rules.ts';
import { soak } from './soak/soak.ts';
import { transport, transportFar } from './transport/transport.ts';
import { turn } from './turn/turn.ts';

export const benches: readonly Bench[] = [
  turn,
  confirm,
  list,
  publicList,
  transport,
  transportFar,
  broadcast,
  rules,
  simulate,
  count,
  reviewing,
  soak,
];
