// `npm run story` as a process: it prints a chapter, ends in JSON, and leaves nothing behind.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { programmes } from '../../engine/programmes/registry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const story = (...given: string[]) =>
  spawnSync('npm', ['run', '-s', 'story', '--', ...given], { cwd: root, encoding: 'utf8', timeout: 120_000 });

it('plays up to a chapter, on services of its own that are gone afterwards', () => {
  const { stdout, stderr, status } = story('credit', 'project', '--language', 'kk');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout.match(/^# .*$/gm)).toEqual(['# project']);
  expect(stdout).toContain('Ақсақалмен әңгіме');
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
    ...{ programme: 'credit', payouts: 0, tenge: 0, academicCredits: 0, certificate: null },
  });
}, 150_000);

it.each([
  [['nobody'], `There is no programme nobody; programmes: ${programmes.map(({ id }) => id).join(', ')}\n`],
  [['credit', '--language', 'de'], 'There is no language de; languages: kk, ru, en\n'],
])(
  '%j: one line, exit 2',
  (args, line) => {
    const { stdout, stderr, status } = story(...args);
    expect([stdout, stderr, status]).toEqual(['', line, 2]);
  },
  150_000,
);
