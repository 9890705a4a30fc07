// The recurring jobs by name. A name that two of them have would be done by chance: that stops the start.
import { AppError } from '../kernel/errors.ts';

export interface RecurringJob {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
  readonly run: () => Promise<unknown>;
}

/** @throws AppError `configuration` naming every job that there is more than once */
export function registerJobs(jobs: readonly RecurringJob[]): ReadonlyMap<string, RecurringJob> {
  const names = jobs.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) < index));
  if (twice.size > 0) throw new AppError('configuration', `two jobs are called ${[...twice].join(', ')}`);
  return new Map(jobs.map((job) => [job.name, job]));
}
