// What runs before every npm script, in a small project of its own: it installs once, and is silent ever after.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const original = fileURLToPath(new URL('../../../engine/runtime/prepare.mjs', import.meta.url));
let project: string;
const stamp = () => join(project, 'node_modules/.qadam-lock');

function writeProject(dependencies: object = {}): void {
  const manifest = { name: 'small', version: '1.0.0', dependencies };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
}

function writeLock(packages: object = {}, dependencies: object = {}): void {
  const lock = { name: 'small', version: '1.0.0', lockfileVersion: 3, requires: true };
  const root = { name: 'small', version: '1.0.0', dependencies };
  writeFileSync(
    join(project, 'package-lock.json'),
    JSON.stringify({ ...lock, packages: { '': root, ...packages } }),
  );
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'qadam-prepare-'));
  mkdirSync(join(project, 'engine/runtime'), { recursive: true });
  copyFileSync(original, join(project, 'engine/runtime/prepare.mjs'));
  writeProject();
  writeLock();
});
afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

function prepare(options: { flags?: string[]; event?: string; path?: string } = {}) {
  const { npm_execpath: _npm, ...environment } = process.env;
  const run = spawnSync(
    process.execPath,
    [join(project, 'engine/runtime/prepare.mjs'), ...(options.flags ?? [])],
    {
      encoding: 'utf8',
      env: {
        ...environment,
        npm_config_offline: 'true',
        npm_lifecycle_event: options.event ?? 'pretest',
        ...(options.path === undefined ? {} : { PATH: options.path }),
      },
    },
  );
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

describe('preparing', () => {
  it('installs with one line, then is silent and needs neither npm nor a network', () => {
    const first = prepare();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout.trim().split('\n')).toHaveLength(1);
    expect(existsSync(stamp())).toBe(true);
    expect(prepare({ path: '/nonexistent' })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('keeps standard output free when asked to', () => {
    const run = prepare({ flags: ['--quiet'] });
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.stderr).toContain('Installing dependencies');
  });

  it('installs again when the lock file changed, and fails with the reason when that is impossible', () => {
    prepare();
    writeProject({ absent: '1.0.0' });
    writeLock({ 'node_modules/absent': { version: '1.0.0' } }, { absent: '1.0.0' });
    const run = prepare();
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('The dependencies could not be installed.');
  });

  it('accepts what somebody installed by hand, and a start without development packages', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', dev: true },
    };
    writeLock(packages);
    mkdirSync(join(project, 'node_modules'));
    const note = (present: object) =>
      writeFileSync(join(project, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
    note({ 'node_modules/a': packages['node_modules/a'] });
    const silent = { status: 0, stdout: '', stderr: '' };
    expect(prepare({ event: 'prestart', path: '/nonexistent' })).toEqual(silent);
    expect(existsSync(stamp())).toBe(false);
    expect(prepare({ event: 'pretest', path: '/nonexistent' }).status).toBe(1);
    note(packages);
    expect(prepare({ event: 'pretest', path: '/nonexistent' })).toEqual(silent);
  });
});
