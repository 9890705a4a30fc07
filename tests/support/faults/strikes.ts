// One fault of the network after the other, at random: between our processes and MongoDB, Redis or Telegram.
import { setTimeout as delay } from 'node:timers/promises';
import type { Chance } from '../crash/random.ts';
import type { Network } from './network.ts';
import type { FaultyProxy, NetworkFault } from './proxy.ts';

export const ends = ['MongoDB', 'Redis', 'Telegram'] as const;
export type End = (typeof ends)[number];

export interface Struck {
  readonly end: End;
  readonly kind: string;
  /** As `performance.now()` gives it. */
  readonly at: number;
}

type Wish = (proxy: FaultyProxy, chance: Chance) => Promise<void>;

const strike =
  (fault: (chance: Chance) => NetworkFault): Wish =>
  async (proxy, chance) =>
    proxy.strike(fault(chance));

/** For as long as most such things last. */
const impose =
  (fault: NetworkFault): Wish =>
  async (proxy, chance) => {
    proxy.impose(fault);
    await delay(300 + chance.next() * 2_700);
    proxy.impose(null);
  };

/** Those that cost no more than a few seconds, and last of all the one that costs half a minute. */
export const wishes: Readonly<Record<string, Wish>> = {
  reset: strike(() => ({ kind: 'reset' })),
  'black hole there': impose({ kind: 'black-hole', way: 'there' }),
  'black hole back': impose({ kind: 'black-hole', way: 'back' }),
  cut: strike((chance) => ({ kind: 'cut', after: 1 + Math.floor(chance.next() * 400) })),
  refused: impose({ kind: 'refused' }),
  delay: impose({ kind: 'delay', milliseconds: 150 }),
  'black hole': impose({ kind: 'black-hole', way: 'both' }),
  drip: impose({ kind: 'drip', bytes: 40 }),
  'half-open': strike(() => ({ kind: 'half-open' })),
};

/** Resolves when the fault is over. Each end meets each kind in turn; how, is chance. */
export async function strikeNext(network: Network, count: number, chance: Chance): Promise<Struck> {
  const kinds = Object.keys(wishes);
  const end = ends[count % ends.length] ?? 'MongoDB';
  const kind = kinds[Math.floor(count / ends.length) % kinds.length] ?? 'reset';
  const proxies = { MongoDB: network.mongodb, Redis: network.redis, Telegram: network.telegram() };
  const at = performance.now();
  await wishes[kind]?.(proxies[end], chance);
  return { end, kind, at };
}
