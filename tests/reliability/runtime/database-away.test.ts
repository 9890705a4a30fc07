// A process that starts while its database is away says so and ends as one that is to be started again: it must not stay
// off for good because a server took long to come back.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { exitMisconfigured } from '../../../engine/runtime/process-spec.ts';
import { operatorEnvironment } from '../../support/operator.ts';

const worker = fileURLToPath(new URL('../../../bot/worker.ts', import.meta.url));

it('a database that does not answer is told by its address, and is no wrong configuration', async () => {
  const nowhere = encodeURIComponent(join(tmpdir(), 'nobody-listens-here.sock'));
  const child = spawn(process.execPath, ['--import', 'tsx', worker], {
    env: {
      PATH: process.env.PATH,
      MONGODB_URI: `mongodb://${nowhere}/qadam?directConnection=true`,
      REDIS_URL: join(tmpdir(), 'nor-here.sock'),
      SECRET_KEY: 'a key that only tests use, 32 long',
      ...operatorEnvironment,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told: unknown[] = [];
  child.on('message', (message) => void told.push(message));
  const [code] = await once(child, 'exit');
  expect(told).toEqual([
    { failed: expect.stringMatching(/^MONGODB_URI: no MongoDB server answers at mongodb:/) },
  ]);
  expect(code).not.toBe(exitMisconfigured);
  expect(code).toBe(1);
}, 60_000);
