// Lets a whole database be read as it was at one moment. A replica set or a sharded cluster reads from a snapshot while
// it goes on working. A single engine (the embedded one) has none: there the reading counts only if no write was asked
// for from before its beginning until its end, by the engine's own counters.
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, mongo } from 'mongoose';
import { AppError } from '../../kernel/errors.ts';

export interface Standstill {
  /** What to read in; null where nothing is needed. */
  readonly session: mongo.ClientSession | null;
  /** Whether what was read since is of one moment. */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/** A write that was on its way when the counters were read is done by then. */
const SETTLED = 100;
const LOOKS = 5;

/** @returns null where writes do not cease by themselves */
export async function standStill(db: Connection): Promise<Standstill | null> {
  const { setName, msg } = await db.getClient().db('admin').command({ hello: 1 });
  if (setName !== undefined || msg === 'isdbgrid') {
    const session = db.getClient().startSession({ snapshot: true });
    return { session, held: async () => true, release: () => session.endSession() };
  }
  const before = await quietCount(db);
  if (before === null) return null;
  return {
    session: null,
    held: async () => (await writesAsked(db)) === before,
    release: async () => undefined,
  };
}

/** Waits for a moment without writes. @returns the count at that moment; null where none came */
async function quietCount(db: Connection): Promise<string | null> {
  let count = await writesAsked(db);
  for (let look = 0; look < LOOKS; look += 1) {
    await pause(SETTLED);
    const now = await writesAsked(db);
    if (now === count) return now;
    count = now;
  }
  return null;
}

/** How many writes of each kind the engine was ever asked for, those that changed nothing included. */
async function writesAsked(db: Connection): Promise<string> {
  const { metrics, opcounters } = await db.getClient().db('admin').command({ serverStatus: 1 });
  const asked = ['insert', 'update', 'delete', 'findAndModify', 'bulkWrite', 'aggregate'].map(
    (name) => metrics?.commands?.[name]?.total ?? 0,
  );
  return JSON.stringify([...asked, opcounters?.insert, opcounters?.update, opcounters?.delete].map(String));
}

/** A server's refusal to look back that far, in words for the operator; any other error as it is. */
export function namedTooOld(error: unknown): unknown {
  // SnapshotTooOld: the server keeps five minutes of history unless it is told otherwise.
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 239) return error;
  const hint = 'raise minSnapshotHistoryWindowInSeconds of the MongoDB server above the length of a backup';
  return new AppError('unavailable', `the backup took longer than the server keeps snapshots: ${hint}`);
}
