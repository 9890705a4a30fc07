// A backup while people book and cancel: what comes back is one moment, not a mixture of several, and a backup that is
// killed in the middle holds up nobody for long.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'mongoose';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { haltProcesses } from '../../../engine/runtime/halt-processes.ts';
import { identify } from '../../../engine/runtime/process-identity.ts';
import { loadArchive } from '../../../engine/store/archive/load.ts';
import { writeArchive } from '../../../engine/store/archive/write.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { checkInvariants } from '../model/invariants/check.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let services: TestServices;
let busy: ChildProcess;
let place: string;

/** Students at work in another process, on an engine that nobody else uses. */
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'qadam-backup-'));
  services = await startServices();
  busy = spawn(process.execPath, ['--import', 'tsx', fixture('busy-students.ts'), services.mongodbUri], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (busy.stdout) await once(busy.stdout, 'data');
});
afterEach(async () => {
  busy.kill('SIGKILL');
  await services.stop();
  rmSync(place, { recursive: true, force: true });
});

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const header = { format: 'qadam-backup-1', madeAt: '', demo: false, keyCheck: '' } as const;

async function onDatabase<T>(name: string, act: (db: Connection) => Promise<T>): Promise<T> {
  const db = await connectStore(services.mongodbUri.replace('/test?', `/${name}?`));
  try {
    return await act(db);
  } finally {
    await db.close();
  }
}

/** How often the students have changed. */
const changesSoFar = () =>
  onDatabase('test', async (db) => {
    const [sum] = await db
      .collection('credit_students')
      .aggregate([{ $group: { _id: null, v: { $sum: '$v' } } }])
      .toArray();
    return Number(sum?.v);
  });

it('is refused where it cannot be of one moment', async () => {
  const file = join(place, 'mixed.qadam');
  const refused = onDatabase('test', (db) => writeArchive(db, file, header));
  await expect(refused).rejects.toThrow(/written to all the while/);
  expect(readdirSync(place)).toEqual([]);
});

it('is of one moment while seats change hands, and holds the others up for that moment only', async () => {
  const identity = identify(busy.pid ?? 0);
  if (!identity) throw new Error('nobody is busy');
  for (const n of [1, 2]) {
    const file = join(place, `${n}.qadam`);
    await onDatabase('test', (db) => writeArchive(db, file, header, () => haltProcesses([identity])));
    const violations = await onDatabase(`copy-${n}`, async (copy) => {
      await loadArchive(copy, file);
      return checkInvariants(copy, { atRest: false });
    });
    expect(violations).toEqual([]);
    const then = await changesSoFar();
    await expect.poll(changesSoFar, { timeout: 30_000 }).toBeGreaterThan(then);
  }
});

it('that is killed holds nobody up', async () => {
  const halting = spawn(process.execPath, ['--import', 'tsx', fixture('halting.ts'), String(busy.pid)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(halting.stdout, 'data');
  await expect.poll(() => stateOf(busy.pid)).toBe('T');
  halting.kill('SIGKILL');
  await expect.poll(() => stateOf(busy.pid), { timeout: 10_000 }).not.toBe('T');
  const then = await changesSoFar();
  await expect.poll(changesSoFar, { timeout: 30_000 }).toBeGreaterThan(then);
});

/** T: it stands still. */
const stateOf = (pid: number | undefined): string | undefined =>
  /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
