// Runs the scenario in processes: once through, or killed at a point and played again from its beginning by another.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Connection } from 'mongoose';
import { nanoid } from 'nanoid';
import { MINUTE } from '../../../../../engine/kernel/clock.ts';
import { connectStore } from '../../../../../engine/store/connection.ts';
import { checkInvariants } from '../../../../reliability/model/invariants/check.ts';
import { bundle } from '../../../crash/bundle.ts';
import { differences, type Left, whatIsLeft } from './left.ts';

export interface Recorded {
  /** Every point in the order in which it was reached. */
  readonly points: readonly string[];
  readonly left: Left;
}

export interface Killed {
  readonly point: string;
  /** False when the process came to its end without reaching the point. */
  readonly died: boolean;
  /** Milliseconds from the death to the end of the run that followed, or to its own death. */
  readonly recovery: number;
}

export interface Chain {
  readonly kills: readonly Killed[];
  /** Broken invariants, and what is left otherwise than after a run without a kill. */
  readonly violations: readonly string[];
}

export interface Runs {
  /** Plays the scenario without a kill. */
  record(): Promise<Recorded>;
  /** Kills one process after the other, each at its point; the last one comes to the end. */
  killInTurn(points: readonly string[], expected: Left): Promise<Chain>;
  remove(): void;
}

const SOURCE = 'tests/support/credit/crash/scenario/run.ts';
const START = Date.parse('2026-10-05T06:00:00Z');
/** Each run takes place later than the one before, as when a channel delivers again. */
const LATER = 5 * MINUTE;

/** @param address the journaled address of a database of that name, which is dropped again */
export async function openRuns(address: (database: string) => string): Promise<Runs> {
  const bundles = await bundle(SOURCE);
  const play = async (mongodb: string, start: number, env: NodeJS.ProcessEnv): Promise<Ended> => {
    const arguments_ = [mongodb, new Date(start).toISOString()];
    const child = fork(bundles.of(SOURCE), arguments_, { env, execArgv: [] });
    const points: string[] = [];
    let clock = start;
    child.on('message', (told: { readonly point?: string; readonly clock?: string }) => {
      if (told.point) points.push(told.point);
      if (told.clock) clock = Date.parse(told.clock);
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return { code, died: signal === 'SIGKILL', points, clock };
  };
  return {
    record: () =>
      onFreshDatabase(address, async (mongodb, db) => {
        const { code, points } = await play(mongodb, START, { CRASH_TELL: '1' });
        if (code !== 0) throw new Error(`the scenario ended with ${code}`);
        return { points, left: await whatIsLeft(db) };
      }),
    killInTurn: (points, expected) =>
      onFreshDatabase(address, async (mongodb, db) => {
        const kills: Killed[] = [];
        const violations: string[] = [];
        let start = START;
        const run = async (point: string | null): Promise<Killed> => {
          const began = performance.now();
          const { code, died, clock } = await play(mongodb, start, point === null ? {} : { CRASH_AT: point });
          start = clock + LATER;
          if (!died && code !== 0) violations.push(`ended with ${code} (${point})`);
          return { point: point ?? '', died, recovery: performance.now() - began };
        };
        for (const point of points) {
          kills.push(await run(point));
          violations.push(...(await broken(db, point)));
        }
        const last = await run(null);
        violations.push(...(await broken(db, null)), ...differences(expected, await whatIsLeft(db)));
        return { kills: withRecovery(kills, last), violations };
      }),
    remove: () => bundles.remove(),
  };
}

interface Ended {
  readonly code: number | null;
  readonly died: boolean;
  readonly points: readonly string[];
  /** How far its clock had come. */
  readonly clock: number;
}

/** What a run took is what the kill before it cost. */
const withRecovery = (runs: readonly Killed[], last: Killed): readonly Killed[] =>
  runs.map((each, index) => ({ ...each, recovery: (runs[index + 1] ?? last).recovery }));

/** @param point at which the process has just died; null at the end of it all */
const broken = async (db: Connection, point: string | null): Promise<readonly string[]> =>
  (await checkInvariants(db, { atRest: point === null })).map(
    ({ invariant, what }) => `invariant ${invariant} (${point ?? 'at the end'}): ${what}`,
  );

async function onFreshDatabase<T>(
  address: (database: string) => string,
  act: (mongodb: string, db: Connection) => Promise<T>,
): Promise<T> {
  const mongodb = address(`crash-${nanoid(8)}`);
  const db = await connectStore(mongodb);
  try {
    return await act(mongodb, db);
  } finally {
    await db.dropDatabase();
    await db.close();
  }
}
