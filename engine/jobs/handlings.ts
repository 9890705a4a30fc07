// What all parts together do with events and due dates. Refuses to start where that is not clear: an event that nobody
// declares or two parts declare, two subscribers of one name, two handlers of one due date.
import { AppError } from '../kernel/errors.ts';
import type { Notices, Part, Subscriptions, TimerHandling } from '../parts/part.ts';
import type { EngineContext } from '../programmes/programme.ts';
import type { StoredEvent } from '../store/owned.ts';

/** A subscriber by the name under which the outbox keeps that it is done, and deliveries are planned. */
export interface NamedSubscriber {
  readonly name: string;
  readonly run: (ctx: EngineContext, event: StoredEvent) => Promise<Notices>;
}

/** By event type, in declared order: the part that announces it first, then the others as they stand in the list. */
export type Handlings = ReadonlyMap<string, readonly NamedSubscriber[]>;

type Parts = readonly Pick<Part<EngineContext>, 'id' | 'events' | 'subscriptions'>[];

/** @throws AppError `configuration` naming every event that is declared twice or by nobody, every name that is taken twice */
export function eventHandlings(parts: Parts): Handlings {
  const declared = parts.flatMap(({ events }) => events.map(({ event }) => event.type));
  const known = new Map<string, NamedSubscriber[]>(declared.map((type) => [type, []]));
  const faults = twice(declared).map((type) => `event declared twice: ${type}`);
  for (const { part, event, subscribers } of [...rows(parts, 'events'), ...rows(parts, 'subscriptions')]) {
    const list = known.get(event.type);
    if (!list) faults.push(`${part} subscribes to an event that no part declares: ${event.type}`);
    list?.push(...subscribers.map(({ name, run }) => ({ name: `${part}.${name}`, run })));
  }
  for (const [type, list] of known)
    for (const name of twice(list.map((each) => each.name)))
      faults.push(`two subscribers to ${type} are called ${name}`);
  return refusing(faults, known);
}

interface Row extends Subscriptions<EngineContext> {
  readonly part: string;
}

const rows = (parts: Parts, of: 'events' | 'subscriptions'): readonly Row[] =>
  parts.flatMap((part) => (part[of] ?? []).map((each) => ({ part: part.id, ...each })));

/** @throws AppError `configuration` naming every timer kind that has two handlers */
export function timerHandlers(
  parts: readonly Pick<Part<EngineContext>, 'timers'>[],
): ReadonlyMap<string, TimerHandling<EngineContext>> {
  const all = parts.flatMap(({ timers }) => Object.entries(timers));
  const faults = twice(all.map(([kind]) => kind)).map((kind) => `timer with two handlers: ${kind}`);
  return refusing(faults, new Map(all));
}

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) < index)),
];

function refusing<T>(faults: readonly string[], made: T): T {
  if (faults.length > 0) throw new AppError('configuration', faults.join('; '));
  return made;
}
