// `npm run talk`: the same dialogues in a terminal, for whoever develops without a browser or a messenger.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'qadam-talk-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function talk(typed: string, ...given: string[]) {
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...inherited } = process.env;
  const env = { ...inherited, DATA_DIR: directory };
  const options = { cwd: root, env, input: typed, encoding: 'utf8', timeout: 60_000 } as const;
  return spawnSync('npm', ['run', '-s', 'talk', '--', ...given], options);
}

it('greets, takes a number for a button, and words for words', () => {
  const { stdout, status } = talk('2\n/help\n');
  expect(status).toBe(0);
  expect(stdout).toContain('Выберите язык');
  expect(stdout).toContain('Социальный студенческий кредит');
  expect(stdout).toMatch(/\/status — /);
}, 90_000);

it('speaks for a person of the demo, and names them all when there is no such person', () => {
  expect(talk('/status\n', '--as', 'student').stdout).toMatch(/14\sсағ \/ 20\sсағ/);
  const { stderr, status } = talk('', '--as', 'nobody');
  expect(status).toBe(2);
  expect(stderr).toContain('coordinator');
}, 90_000);
