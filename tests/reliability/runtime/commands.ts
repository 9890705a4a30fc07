// Runs an operator's command as a person would: a process of its own, its words and its exit code. Bundled, since it is
// run again and again.
import { spawn } from 'node:child_process';
import { bundle } from '../../support/crash/bundle.ts';

export interface Ran {
  readonly code: number | null;
  /** Standard output, then standard error. */
  readonly output: string;
}

export const SECRET_KEY = 'a key that only tests use, 32 long';

export interface Commands {
  run(name: Command, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ran>;
  remove(): void;
}

const names = ['backup', 'restore', 'audit'] as const;
type Command = (typeof names)[number];

const sourceOf = (name: Command): string => `engine/runtime/commands/${name}.ts`;

export async function bundledCommands(): Promise<Commands> {
  const bundles = await bundle(...names.map(sourceOf));
  return {
    run: (name, args, environment) => run([bundles.of(sourceOf(name)), ...args], environment),
    remove: bundles.remove,
  };
}

async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(process.execPath, args, {
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
