// All programmes' handlers in one table each. Refuses to start where two of them claim the same name.
import { AppError } from '../kernel/errors.ts';
import type { EventHandling, Programme, TimerHandling } from '../programmes/programme.ts';

/** @throws AppError `configuration` naming every event type that two programmes handle */
export const eventHandlings = (programmes: readonly Programme[]): ReadonlyMap<string, EventHandling> =>
  onceEach('event', programmes, (programme) => programme.events);

/** @throws AppError `configuration` naming every timer kind that two programmes handle */
export const timerHandlers = (programmes: readonly Programme[]): ReadonlyMap<string, TimerHandling> =>
  onceEach('timer', programmes, (programme) => programme.timers);

function onceEach<T>(
  what: string,
  programmes: readonly Programme[],
  part: (programme: Programme) => Readonly<Record<string, T>>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const twice = new Set<string>();
  for (const [name, handler] of programmes.flatMap((each) => Object.entries(part(each)))) {
    if (found.has(name)) twice.add(name);
    found.set(name, handler);
  }
  if (twice.size > 0)
    throw new AppError('configuration', `${what} with two handlers: ${[...twice].join(', ')}`);
  return found;
}
