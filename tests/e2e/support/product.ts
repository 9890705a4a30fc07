// The whole of Qadam as `npm start` runs it, in an empty data directory of its own. For tests that play the product.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Against hanging only: it starts in some seconds, and in a minute on a machine with much else to do. */
const READY_WITHIN = 180_000;
const READY = /ready: (http:\/\/\S+)/;

export interface Product {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly dataDirectory: string;
  /** Ends it as Ctrl-C does, and removes its data. @throws unless it ended well */
  stop(): Promise<void>;
}

/** @throws with everything that it wrote when it does not become ready */
export async function startProduct(): Promise<Product> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'qadam-e2e-'));
  const child = spawnProduct(dataDirectory);
  const ended = once(child, 'exit');
  const written: string[] = [];
  const url = await readyAt(child, written);
  return {
    url,
    dataDirectory,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      rmSync(dataDirectory, { recursive: true, force: true });
      if (code !== 0) throw new Error(`Qadam ended with ${code}:\n${written.join('')}`);
    },
  };
}

/** Starts Qadam on a data directory and takes no further part. */
export const spawnProduct = (dataDirectory: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'engine/runtime/start.ts'], {
    cwd: ROOT,
    env: { ...inherited(), DATA_DIR: dataDirectory, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The settings of the test run itself are not the product's. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }) };
}

function readyAt(child: ChildProcess, written: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`Qadam ${why}:\n${written.join('')}`));
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      fail(`was not ready within ${READY_WITHIN / 1000} s`);
    }, READY_WITHIN);
    child.once('exit', (code) => fail(`ended with ${code}`));
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        written.push(chunk);
        const url = READY.exec(written.join(''))?.[1];
        if (url === undefined) return;
        clearTimeout(timer);
        resolve(url);
      });
  });
}
