// A process of the product that is killed and comes back by itself, as under a supervisor or a container platform.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

export interface ManagedProcess {
  readonly name: string;
  /** Undefined between two lives. */
  pid(): number | undefined;
  /** What it told when it became ready; null while it is not. */
  address(): string | null;
  /** Resolves when it is ready, now or after its next start. */
  ready(): Promise<void>;
  /** SIGKILL, whatever it is at; resolves when the next one is ready. */
  kill9(): Promise<void>;
  /** SIGTERM; resolves when it has ended, with its exit code and how long that took. The next one is started. */
  term(): Promise<Ending>;
  /** SIGTERM, and no next one until `start()`. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface Ending {
  readonly code: number | null;
  readonly milliseconds: number;
}

export interface ProcessPlan {
  readonly name: string;
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** Further arguments for Node, such as a module to import first. */
  readonly node?: readonly string[];
}

const PAUSE = 100;

export function manage(plan: ProcessPlan): ManagedProcess {
  let child: ChildProcess | null = null;
  let address: string | null = null;
  let isReady = false;
  let stopping = false;
  const awaiting = new Set<() => void>();

  const live = async (): Promise<void> => {
    while (!stopping) {
      child = spawn(process.execPath, [...(plan.node ?? []), plan.file], {
        env: { PATH: process.env.PATH, ...plan.env },
        stdio: ['ignore', process.env.STORY_LOG ? 'inherit' : 'ignore', 'inherit', 'ipc'],
      });
      child.on('message', (message: { ready?: boolean; address?: string }) => {
        if (!message.ready) return;
        isReady = true;
        address = message.address ?? null;
        for (const tell of awaiting) tell();
        awaiting.clear();
      });
      await once(child, 'exit');
      child = null;
      isReady = false;
      address = null;
      if (!stopping) await delay(PAUSE);
    }
  };
  let life = live();

  const ready = () => (isReady ? Promise.resolve() : new Promise<void>((resolve) => awaiting.add(resolve)));
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> => {
    const ending = child;
    if (!ending) return { code: null, milliseconds: 0 };
    const began = performance.now();
    const gone = once(ending, 'exit');
    ending.kill(signal);
    const [code] = (await gone) as [number | null];
    return { code, milliseconds: performance.now() - began };
  };
  return {
    name: plan.name,
    pid: () => child?.pid,
    address: () => address,
    ready,
    kill9: async () => {
      await end('SIGKILL');
      await ready();
    },
    term: () => end('SIGTERM'),
    stop: async () => {
      stopping = true;
      await end('SIGTERM');
      await life;
    },
    start: () => {
      stopping = false;
      life = live();
      return ready();
    },
  };
}
