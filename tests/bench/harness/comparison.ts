// A benchmark of contenders side by side: rounds take turns, so that what disturbs the machine disturbs all of them.
// Each runs at its full size and at a tenth of it: the cost of a unit must not grow with the size.
import type { Bench, BenchServices } from './bench.ts';
import { cpuOf, used } from './cpu.ts';
import { type Goal, goal, type Report, type Row } from './report.ts';
import { median } from './statistics.ts';

/** One round's work as its contender counted it. */
export interface Done {
  readonly units: number;
  /** Figures of its own besides rate and CPU, e.g. a 99th percentile in milliseconds. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface Running {
  /** The process that does the work; this one unless told. */
  readonly pid?: number;
  /** Brings the stage into the state from which a round starts; not measured. */
  prepare?(): Promise<void>;
  round(): Promise<Done>;
  /** What the round came to: contenders that do the same work must agree on it. Not measured. */
  outcome?(): Promise<unknown>;
  close(): Promise<void>;
}

export interface Contender {
  readonly name: string;
  readonly rival: boolean;
  open(services: BenchServices, size: number): Promise<Running>;
}

export interface Comparison {
  readonly name: string;
  readonly what: string;
  /** What is counted, in the singular: `turn`. */
  readonly unit: string;
  /** Its plural, where an s will not do. */
  readonly units?: string;
  readonly size: number;
  /** For the tests. */
  readonly tiny: number;
  readonly contenders: readonly Contender[];
  /** Goals over medians at full size. */
  readonly goals: readonly {
    readonly text: string;
    of(figures: Figures): number;
    least?: number;
    most?: number;
  }[];
  readonly notes?: readonly string[];
}

/** A figure of a contender at full size: `rate`, `cpu` (ms of its process a unit), `engine`, `growth` or one of its own. */
export type Figures = (contender: string, figure: string) => number;

export function comparison(spec: Comparison): Bench {
  const { name, what } = spec;
  return {
    name,
    what,
    run: async (services, { rounds, scale }) => {
      const size = Math.max(10, Math.round(spec.size * scale));
      const full = await measureAll(spec, services, size, rounds);
      const tenth = await measureAll(spec, services, Math.round(size / 10), rounds);
      return reportOf(spec, full, tenth);
    },
    smoke: async (services) => reportOf(spec, await measureAll(spec, services, spec.tiny, 1), null),
  };
}

interface Sample extends Done {
  readonly seconds: number;
  readonly cpu: number | null;
  readonly engine: number | null;
  readonly outcome: unknown;
}

interface Measured {
  readonly contender: Contender;
  readonly size: number;
  readonly samples: Sample[];
}

async function measureAll(
  spec: Comparison,
  services: BenchServices,
  size: number,
  rounds: number,
): Promise<Measured[]> {
  const stages: { measured: Measured; running: Running }[] = [];
  try {
    for (const contender of spec.contenders) {
      const running = await contender.open(services, size);
      stages.push({ running, measured: { contender, size, samples: [] } });
    }
    // The first round of each only warms up.
    for (const { running } of stages) await measure(services, running);
    for (let round = 0; round < rounds; round += 1) {
      const order = [...stages.slice(round % stages.length), ...stages.slice(0, round % stages.length)];
      for (const { running, measured } of order) measured.samples.push(await measure(services, running));
    }
  } finally {
    for (const { running } of stages) await running.close();
  }
  const all = stages.map(({ measured }) => measured);
  agreeOrThrow(spec, all);
  return all;
}

async function measure(services: BenchServices, running: Running): Promise<Sample> {
  await running.prepare?.();
  const pid = running.pid ?? process.pid;
  const before = { cpu: cpuOf(pid), engine: cpuOf(services.enginePid()), at: performance.now() };
  const done = await running.round();
  const seconds = (performance.now() - before.at) / 1_000;
  const cpu = used(before.cpu, cpuOf(pid));
  const engine = used(before.engine, cpuOf(services.enginePid()));
  return { ...done, seconds, cpu, engine, outcome: await running.outcome?.() };
}

function agreeOrThrow(spec: Comparison, all: readonly Measured[]): void {
  const outcomes = all.flatMap(({ contender, samples }) =>
    samples.flatMap(({ outcome }) =>
      outcome === undefined ? [] : [{ by: contender.name, what: JSON.stringify(outcome) }],
    ),
  );
  const other = outcomes.find(({ what }) => what !== outcomes[0]?.what);
  if (other)
    throw new Error(
      `${spec.name}: ${outcomes[0]?.by} came to ${outcomes[0]?.what}, ${other.by} to ${other.what}`,
    );
}

function figureOf({ samples }: Measured, figure: string): number {
  const each: Readonly<Record<string, (sample: Sample) => number | null>> = {
    rate: ({ units, seconds }) => units / seconds,
    cpu: ({ units, cpu }) => (cpu === null ? null : (1_000 * cpu) / units),
    engine: ({ units, engine }) => (engine === null ? null : (1_000 * engine) / units),
  };
  const own = (sample: Sample) => sample.figures?.[figure] ?? null;
  return median(samples.map(each[figure] ?? own).filter((value) => value !== null));
}

const costOf = (measured: Measured): number =>
  figureOf(measured, 'cpu') + (figureOf(measured, 'engine') || 0);

function reportOf(spec: Comparison, full: readonly Measured[], tenth: readonly Measured[] | null): Report {
  const figures: Figures = (name, figure) => {
    const at = full.findIndex(({ contender }) => contender.name === name);
    const [large, small] = [full[at], tenth?.[at]];
    if (!large) throw new RangeError(`${spec.name} has no contender ${name}`);
    if (figure === 'growth') return small ? costOf(large) / costOf(small) : Number.NaN;
    return figureOf(large, figure);
  };
  const rows = [...full, ...(tenth ?? [])].map((measured) => rowOf(spec, measured, full, tenth, figures));
  const goals = spec.goals.map(({ text, of, ...bounds }): Goal => goal(text, of(figures), bounds));
  return { name: spec.name, what: spec.what, rows, goals, notes: spec.notes ?? [] };
}

function rowOf(
  spec: Comparison,
  measured: Measured,
  full: readonly Measured[],
  tenth: readonly Measured[] | null,
  figures: Figures,
): Row {
  const { contender, size, samples } = measured;
  const rates = samples.map(({ units, seconds }) => units / seconds);
  const beside = (full.includes(measured) ? full : tenth)?.find((each) => !each.contender.rival);
  const own = new Set(full.flatMap((each) => each.samples.flatMap((one) => Object.keys(one.figures ?? {}))));
  return {
    contender: contender.name,
    size,
    [`${spec.units ?? `${spec.unit}s`}/s`]: median(rates),
    min: Math.min(...rates),
    max: Math.max(...rates),
    'CPU ms': orNull(figureOf(measured, 'cpu')),
    'engine CPU ms': orNull(figureOf(measured, 'engine')),
    ...Object.fromEntries([...own].map((name) => [name, orNull(figureOf(measured, name))])),
    'ours ×': contender.rival && beside ? figureOf(beside, 'rate') / median(rates) : null,
    growth: full.includes(measured) ? orNull(figures(contender.name, 'growth')) : null,
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
