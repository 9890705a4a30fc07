// `npm run talk`: the same dialogues in a terminal, for whoever develops without a browser or a messenger.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { startProduct } from './support/product.ts';

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
}, 200_000);

it('speaks for a person of the demo, and names them all when there is no such person', () => {
  expect(talk('/status\n', '--as', 'student').stdout).toMatch(/14\sсағ \/ 20\sсағ/);
  const { stderr, status } = talk('', '--as', 'nobody');
  expect(status).toBe(2);
  expect(stderr).toContain('coordinator');
}, 200_000);

it('says what to do when the Qadam stops whose data it joined', async () => {
  const product = await startProduct();
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...inherited } = process.env;
  const talking = spawn(process.execPath, ['--import', 'tsx', 'bot/talk.ts'], {
    cwd: root,
    env: { ...inherited, DATA_DIR: product.dataDirectory },
    stdio: 'pipe',
  });
  let [out, err] = ['', ''];
  talking.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  talking.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  await expect.poll(() => out, { timeout: 180_000 }).toContain('Выберите язык');
  const ended = once(talking, 'exit');
  await product.stop();
  talking.stdin.write('2\n');
  expect((await ended)[0]).toBe(1);
  expect(err).toContain('npm run talk');
  expect(err).not.toMatch(/^\s+at /m);
}, 300_000);
