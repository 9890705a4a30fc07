// All programmes' handlers in one table each. Refuses to start where two of them claim the same name.
import { AppError } from '../kernel/errors.ts';
import type { EventHandling, Programme, TimerHandling } from '../programmes/programme.ts';

/** @throws AppError `configuration` naming every event type that two programmes handle */
export const eventHandlings = (
  parts: readonly Pick<Programme, 'events'>[],
): ReadonlyMap<string, EventHandling> => onceEach('event', parts, (each) => each.events);

/** @throws AppError `configuration` naming every timer kind that two programmes handle */
export const timerHandlers = (
  parts: readonly Pick<Programme, 'timers'>[],
): ReadonlyMap<string, TimerHandling> => onceEach('timer', parts, (each) => each.timers);

function onceEach<P, T>(
  what: string,
  parts: readonly P[],
  table: (part: P) => Readonly<Record<string, T>>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const twice = new Set<string>();
  for (const [name, handler] of parts.flatMap((each) => Object.entries(table(each)))) {
    if (found.has(name)) twice.add(name);
    found.set(name, handler);
  }
  if (twice.size > 0)
    throw new AppError('configuration', `${what} with two handlers: ${[...twice].join(', ')}`);
  return found;
}
