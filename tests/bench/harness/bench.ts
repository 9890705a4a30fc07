// What a benchmark is and what it is handed. They are listed in ../benches.ts, run by ../cli.ts, and each of them
// once at a tiny size by ../smoke.test.ts.
import type { Report } from './report.ts';

export interface BenchServices {
  readonly redis: string;
  /** The address of a database that nobody else uses. */
  freshDatabase(): string;
  /** The process of the database engine; null where it is a server that somebody else runs. */
  enginePid(): number | null;
}

export interface BenchOptions {
  readonly rounds: number;
  /** How long a run over time lasts. */
  readonly minutes: number;
  /** Times the size: 1, or less for a quick look. */
  readonly scale: number;
}

export interface Bench {
  readonly name: string;
  /** One line: what is measured, and against what. */
  readonly what: string;
  run(services: BenchServices, options: BenchOptions): Promise<Report>;
  /** The same work at a tiny size, for the tests: it must run and agree; its times say nothing. */
  smoke(services: BenchServices): Promise<Report>;
}
