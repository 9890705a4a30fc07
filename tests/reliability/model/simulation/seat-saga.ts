// The saga of a seat without a database, step by atomic step, so that a million random orders can be gone through:
// owners wish, take, settle, cancel; helpers relay, finish and reconcile; any of them may stop for good at any step.

type OwnerState = 'idle' | 'pending' | 'active' | 'unavailable' | 'cancelled';

interface Owner {
  state: OwnerState;
  /** The outcome that was applied, if any: settling again answers the same. */
  settled: 'active' | 'unavailable' | null;
  /** An event that asks for the seat to be freed waits in the outbox. */
  event: boolean;
}

interface Seats {
  readonly capacity: number;
  readonly holders: Set<number>;
  readonly owners: readonly Owner[];
}

type Steps = Generator<undefined, void>;
type Helper = (seats: Seats) => Steps;

function take({ holders, capacity }: Seats, owner: number): boolean {
  if (!holders.has(owner) && holders.size < capacity) holders.add(owner);
  return holders.has(owner);
}

function settle(owner: Owner, to: 'active' | 'unavailable'): boolean {
  if (owner.settled === to) return true;
  if (owner.state !== 'pending') return false;
  owner.state = to;
  owner.settled = to;
  return true;
}

/** Each `yield` is a place where others go on, or where this process stops for ever. */
function* finish(seats: Seats, n: number): Steps {
  const owner = seats.owners[n];
  if (owner?.state !== 'pending') return;
  yield;
  const taken = take(seats, n);
  yield;
  const stands = settle(owner, taken ? 'active' : 'unavailable');
  yield;
  if (taken && !stands) seats.holders.delete(n);
}

function* book(seats: Seats, n: number): Steps {
  const owner = seats.owners[n];
  if (owner?.state !== 'idle') return;
  owner.state = 'pending';
  yield;
  yield* finish(seats, n);
}

function* cancel({ owners }: Seats, n: number): Steps {
  yield;
  const owner = owners[n];
  if (owner?.state !== 'pending' && owner?.state !== 'active') return;
  owner.state = 'cancelled';
  owner.event = true;
}

function* relay({ owners, holders }: Seats, n: number): Steps {
  const owner = owners[n];
  if (!owner?.event) return;
  yield;
  holders.delete(n);
  yield;
  owner.event = false;
}

/** Frees a seat only when its owner, looked at afterwards, has come to an end that holds none. */
function* reconcile({ owners, holders }: Seats, n: number): Steps {
  if (!holders.has(n)) return;
  yield;
  const state = owners[n]?.state;
  yield;
  if (state === 'cancelled' || state === 'unavailable') holders.delete(n);
}

/** The defect that the saga must not have: a seat is freed because time has passed. */
export function* freeByTimeout({ holders }: Seats): Steps {
  const [oldest] = holders;
  yield;
  if (oldest !== undefined) holders.delete(oldest);
}

const parts = [book, book, finish, cancel, relay, reconcile] as const;

/** A small generator of numbers (mulberry32): the same seed, the same run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const OWNERS = 4;
const PROCESSES = 12;

/** @returns what is broken in the run of this seed, or null. @param besides a defect that works along */
export function simulate(seed: number, besides?: Helper): string | null {
  const random = randomFrom(seed);
  const owners = Array.from(
    { length: OWNERS },
    (): Owner => ({ state: 'idle', settled: null, event: false }),
  );
  const seats: Seats = { capacity: 1 + random(2), holders: new Set(), owners };
  const running = Array.from({ length: PROCESSES }, () => {
    const part = parts[random(parts.length)] ?? book;
    return part(seats, random(OWNERS));
  });
  if (besides) running.push(besides(seats));
  while (running.length > 0) {
    const at = random(running.length);
    // One in sixteen stops for good.
    const over = random(16) === 0 || running[at]?.next().done === true;
    if (over) running.splice(at, 1);
    const fault = faultIn(seats);
    if (fault) return fault;
  }
  return faultAtRest(seats);
}

function faultIn({ holders, capacity, owners }: Seats): string | null {
  if (holders.size > capacity) return `${holders.size} holders of ${capacity} seats`;
  for (let n = 0; n < owners.length; n += 1)
    if (owners[n]?.state === 'active' && !holders.has(n)) return `owner ${n} is active without a seat`;
  return null;
}

/** Everybody who stopped is replaced; their helpers finish what is left. */
function faultAtRest(seats: Seats): string | null {
  for (const part of [finish, relay, reconcile])
    for (let n = 0; n < OWNERS; n += 1) for (const _ of part(seats, n));
  const leaked = [...seats.holders].find((n) => seats.owners[n]?.state !== 'active');
  return faultIn(seats) ?? (leaked === undefined ? null : `owner ${leaked} holds a seat for nothing`);
}
