// A child that hangs while it starts is killed and started again; one that is only slow gets more time the next time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { supervise } from '../../../engine/runtime/supervise.ts';

const directory = mkdtempSync(join(tmpdir(), 'qadam-stuck-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Hangs at its first start, is ready at once at its second. */
const script = `
  const { existsSync, writeFileSync } = require('node:fs');
  const mark = ${JSON.stringify(join(directory, 'started'))};
  if (existsSync(mark)) process.send({ ready: true });
  writeFileSync(mark, '');
  setInterval(() => undefined, 1_000);
`;

it('is killed after its time, said so, and is ready the next time', async () => {
  const events: string[] = [];
  const child = await supervise(
    {
      name: 'sleeper',
      command: [process.execPath, '-e', script],
      env: process.env,
      identityFile: join(directory, 'sleeper.pid'),
      ipc: true,
      readyWithinMs: 1_500,
      graceMs: 1_000,
    },
    (_name, line, kind) => {
      if (kind === 'event') events.push(line);
    },
  );
  expect(events).toEqual(['sleeper was not ready after 1.5 s; starting it again']);
  expect(child.restarts()).toBe(1);
  await child.stop();
});
