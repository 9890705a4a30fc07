// The lock: freed by its holder's death, not fooled by a process number that was given out again.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryLock } from '../../../engine/runtime/lock.ts';
import { identify, isAlive } from '../../../engine/runtime/process-identity.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'qadam-lock-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});
const path = () => join(directory, 'deep', 'lock');

describe('a lock', () => {
  it('is held until it is released', () => {
    const first = tryLock(path());
    expect(first.held).toBe(true);
    expect(tryLock(path())).toMatchObject({ held: false, holder: { pid: process.pid } });
    if (first.held) first.release();
    expect(tryLock(path()).held).toBe(true);
  });

  it.each([
    ['a process that is gone', () => JSON.stringify({ pid: 2 ** 30, started: 'then' })],
    [
      'an earlier process with a number that lives again',
      () => JSON.stringify({ pid: process.pid, started: 'then' }),
    ],
    ['half a file', () => '{"pid":'],
    ['nothing', () => ''],
  ])('left by %s is taken over', (_name, content) => {
    const first = tryLock(path());
    if (first.held) first.release();
    writeFileSync(path(), content());
    expect(tryLock(path()).held).toBe(true);
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual(identify(process.pid));
  });
});

describe('the identity of a process', () => {
  it('is that of this very process', () => {
    const own = identify(process.pid);
    expect(own && isAlive(own)).toBe(true);
    expect(isAlive({ pid: process.pid, started: 'another time' })).toBe(false);
    expect(identify(2 ** 30)).toBeUndefined();
  });
});
