// The recurring jobs by name: what is scheduled and who does it. A name with no handler would be scheduled in vain,
// one with two would be done by chance: both stop the start.
import { AppError } from '../kernel/errors.ts';

export interface Schedule {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
}

export interface JobHandler {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** @throws AppError `configuration` naming every job that has not exactly one schedule and one handler */
export function registerJobs(
  schedules: readonly Schedule[],
  handlers: readonly JobHandler[],
): ReadonlyMap<string, JobHandler & Schedule> {
  const names = new Set([...schedules, ...handlers].map((each) => each.name));
  const faults: string[] = [];
  const jobs = new Map<string, JobHandler & Schedule>();
  for (const name of names) {
    const scheduled = schedules.filter((each) => each.name === name);
    const handled = handlers.filter((each) => each.name === name);
    const [schedule] = scheduled;
    const [handler] = handled;
    if (scheduled.length === 1 && handled.length === 1 && schedule && handler) {
      jobs.set(name, { ...schedule, ...handler });
    } else faults.push(`${name} has ${scheduled.length} schedules and ${handled.length} handlers`);
  }
  if (faults.length > 0) throw new AppError('configuration', `jobs: ${faults.join('; ')}`);
  return jobs;
}
