// Runs an operator's command as a person would: a process of its own, its words and its exit code.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly code: number | null;
  /** Standard output, then standard error. */
  readonly output: string;
}

export const SECRET_KEY = 'a key that only tests use, 32 long';

export async function runCommand(
  name: 'backup' | 'restore' | 'audit',
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Ran> {
  const file = fileURLToPath(new URL(`../../../engine/runtime/commands/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { PATH: process.env.PATH, SECRET_KEY, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = async (stream: AsyncIterable<unknown>) => {
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    return text;
  };
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err] = await Promise.all([read(child.stdout), read(child.stderr)]);
  return { code: await ended, output: out + err };
}
