// Sends many hostile inputs, some at the same time, and tells what went wrong with which. A seed gives the same inputs again.
import fc from 'fast-check';
import { Pool } from 'undici';
import { isTimeUp, noteDown } from '../run/campaign.ts';
import type { Attack, Attacks, Field } from './attacks/attack.ts';
import type { Target } from './target.ts';
import { ask, faultIn, type Heard, type Wish } from './wish.ts';

export interface Campaign {
  readonly inputs: number;
  /** With what was sent. */
  readonly faults: readonly string[];
  /** How often each status came, by what was attacked. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly slowest: Heard & { readonly what: string };
}

/** Made at once: inputs are large. */
const BATCH = 100;
const CONCURRENCY = 6;
const MOST_FAULTS = 60;

export async function attack(
  target: Target,
  attacks: Attacks,
  { inputs, seed }: { readonly inputs: number; readonly seed: number },
): Promise<Campaign> {
  const over = new Pool(target.url, { connections: CONCURRENCY });
  const faults: string[] = [];
  const statuses = new Map<string, Map<number, number>>();
  let slowest = { what: 'none', status: 0, headers: {}, text: '', milliseconds: 0 };
  let given = 0;
  const send = (wish: Wish): Promise<Heard> => ask(over, wish);
  const field: Field = {
    look: send,
    next: () => {
      given += 1;
      return given;
    },
  };
  const one = async (make: Attack, name: string): Promise<void> => {
    const wish = await make(field);
    const heard = await send(wish).catch((error: unknown) => String(error));
    const fault = typeof heard === 'string' ? `no answer: ${heard}` : faultIn(heard);
    if (fault !== null) faults.push(`${name} ${shortOf(wish)}\n   ${fault.slice(0, 1_000)}`);
    if (typeof heard === 'string') return;
    const counts = statuses.get(wish.what) ?? new Map<number, number>();
    statuses.set(wish.what, counts.set(heard.status, (counts.get(heard.status) ?? 0) + 1));
    if (heard.milliseconds > slowest.milliseconds) slowest = { ...heard, what: shortOf(wish) };
  };
  for (
    let batch = 0;
    batch * BATCH < inputs && faults.length < MOST_FAULTS && target.isAlive() && !isTimeUp();
    batch += 1
  ) {
    const made = fc.sample(attacks, { seed: seed + batch, numRuns: Math.min(BATCH, inputs - batch * BATCH) });
    const queue = [...made.entries()];
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift())
        await one(next[1], `${seed + batch}/${next[0]}`);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
    noteDown([{ kind: 'hostile inputs', runs: made.length }]);
  }
  await over.close();
  return { inputs, faults, statuses, slowest };
}

const shortOf = ({ method, path, headers, body }: Wish): string =>
  `${method} ${path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 500)} ${
    Buffer.isBuffer(body) ? body.toString('latin1').slice(0, 300) : (body ?? '').slice(0, 300)
  }`;
