// What a change of rules would do to people: everyone is judged by both versions, and the difference is told in all and by
// region, with examples. Pure: people come in batches from whoever knows them, nothing is written.
import { ahead } from '../kernel/ahead.ts';
import type { Reason } from '../kernel/result.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import type { Facts } from './facts.ts';

export interface Subject {
  readonly person: string;
  readonly region: string | null;
  readonly facts: Facts;
}

export interface Tally {
  readonly total: number;
  readonly before: Readonly<Record<Outcome, number>>;
  readonly after: Readonly<Record<Outcome, number>>;
  /** Become met. */
  readonly gain: number;
  /** Cease to be met. */
  readonly lose: number;
  /** Whose percentage moves while the outcome stays. */
  readonly move: number;
  /** Mean change of the percentage over everyone. */
  readonly meanMove: number;
}

export interface Example {
  readonly person: string;
  readonly region: string | null;
  readonly before: Judged;
  readonly after: Judged;
}

export interface Judged {
  readonly outcome: Outcome;
  readonly percent: number;
  readonly reasons: readonly Reason[];
}

export interface Simulation {
  readonly all: Tally;
  /** By region code; `none` for people of no region. */
  readonly regions: Readonly<Record<string, Tally>>;
  readonly examples: Readonly<Record<'gain' | 'lose' | 'move', readonly Example[]>>;
}

/** A version of a day for everyone, or each by their own. */
export interface Judging<S extends Subject> {
  evaluate(facts: Facts, subject: S): Evaluation;
}

export interface Simulating<S extends Subject = Subject> {
  readonly before: Judging<S>;
  readonly after: Judging<S>;
  readonly subjects: AsyncIterable<readonly S[]>;
  /** Hears after each batch how many are judged. */
  readonly progress?: (done: number) => Promise<void> | void;
  readonly signal?: AbortSignal;
}

const EXAMPLES = 10;
/** People between two breaths of the event loop. */
const BREATH = 500;

/** @throws the signal's reason when it is aborted */
export async function simulate<S extends Subject>({
  before,
  after,
  subjects,
  progress,
  signal,
}: Simulating<S>): Promise<Simulation> {
  const result = new Counting();
  let done = 0;
  for await (const batch of ahead(subjects)) {
    for (let from = 0; from < batch.length; from += BREATH) {
      signal?.throwIfAborted();
      for (const subject of batch.slice(from, from + BREATH))
        result.add(subject, before.evaluate(subject.facts, subject), after.evaluate(subject.facts, subject));
      await new Promise(setImmediate);
    }
    done += batch.length;
    await progress?.(done);
  }
  return result.simulation;
}

type Kind = 'gain' | 'lose' | 'move';

class Counting {
  readonly #all = new Sum();
  readonly #regions = new Map<string, Sum>();
  readonly #examples: Record<Kind, Example[]> = { gain: [], lose: [], move: [] };

  add({ person, region, facts: _ }: Subject, before: Evaluation, after: Evaluation): void {
    const kind = kindOf(before, after);
    const key = region ?? 'none';
    const sum = this.#regions.get(key) ?? new Sum();
    this.#regions.set(key, sum);
    for (const each of [this.#all, sum]) each.add(before, after, kind);
    if (kind !== null) this.#keep(kind, { person, region, before: judged(before), after: judged(after) });
  }

  /** The first by person, so that the same people make the same examples in whatever order they come. */
  #keep(kind: Kind, example: Example): void {
    const kept = this.#examples[kind];
    const last = kept.at(-1);
    if (kept.length === EXAMPLES && last && example.person >= last.person) return;
    kept.push(example);
    kept.sort((a, b) => (a.person < b.person ? -1 : 1));
    if (kept.length > EXAMPLES) kept.pop();
  }

  get simulation(): Simulation {
    const regions = [...this.#regions].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      all: this.#all.tally,
      regions: Object.fromEntries(regions.map(([region, sum]) => [region, sum.tally])),
      examples: this.#examples,
    };
  }
}

class Sum {
  readonly #before = { met: 0, notMet: 0, needsData: 0 };
  readonly #after = { met: 0, notMet: 0, needsData: 0 };
  readonly #kinds = { gain: 0, lose: 0, move: 0 };
  #total = 0;
  #moved = 0;

  add(before: Evaluation, after: Evaluation, kind: Kind | null): void {
    this.#total += 1;
    this.#before[before.outcome] += 1;
    this.#after[after.outcome] += 1;
    this.#moved += after.percent - before.percent;
    if (kind !== null) this.#kinds[kind] += 1;
  }

  get tally(): Tally {
    const meanMove = this.#total === 0 ? 0 : Math.round((100 * this.#moved) / this.#total) / 100;
    return { total: this.#total, before: this.#before, after: this.#after, ...this.#kinds, meanMove };
  }
}

function kindOf(before: Evaluation, after: Evaluation): Kind | null {
  if (before.outcome !== 'met' && after.outcome === 'met') return 'gain';
  if (before.outcome === 'met' && after.outcome !== 'met') return 'lose';
  return before.percent === after.percent ? null : 'move';
}

const judged = ({ outcome, percent, reasons }: Evaluation): Judged => ({ outcome, percent, reasons });
