// Whose outboxes have something to carry, as the engine's nudges name them: a test that carries outboxes itself need not
// search forty collections between any two turns. Where nobody noted (another nudge, an address met anew) all are searched.
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { StoreContext } from '../../engine/store/context.ts';

type Noting = Pick<StoreContext, 'db' | 'nudge'>;

/** Names of owner collections by database; absent until everything was searched once. */
const waiting = new Map<string, Set<string>>();
const ours = new WeakSet<StoreContext['nudge']>();

/** For `StoreContext.nudge` in tests without a worker. */
export function notingNudge(db: StoreContext['db']): StoreContext['nudge'] {
  const { name } = db;
  const nudge: StoreContext['nudge'] = (one) => {
    if (one) waiting.get(name)?.add(one.owner);
    else waiting.delete(name);
  };
  ours.add(nudge);
  waiting.delete(name);
  return nudge;
}

/** @returns whether an owner's outbox has to be looked at; what is noted from now on is for the next time */
export function takeWaiting({ db, nudge }: Noting): (owner: string) => boolean {
  const noted = ours.has(nudge) ? waiting.get(db.name) : undefined;
  if (ours.has(nudge)) waiting.set(db.name, new Set());
  return noted ? (owner) => noted.has(owner) : () => true;
}

/** Something was left lying: everything is searched the next time. */
export const searchAll = ({ db }: Pick<EngineContext, 'db'>): void => {
  waiting.delete(db.name);
};
