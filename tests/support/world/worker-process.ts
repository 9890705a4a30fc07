// The worker of a story as a process of its own, so that it can be killed in the middle of anything.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type StoryServers, storyKey } from './engine.ts';

const file = fileURLToPath(new URL('../../../bot/worker.ts', import.meta.url));

export interface WorkerProcess {
  pid(): number;
  /** SIGKILL; resolves when the next one is ready. */
  kill9(): Promise<void>;
  stop(): Promise<void>;
}

export interface WorkerTelegram {
  readonly root: string;
  readonly participant: string;
  readonly staff: string;
}

export async function startWorkerProcess(
  servers: StoryServers,
  telegram: WorkerTelegram,
): Promise<WorkerProcess> {
  const environment = {
    PATH: process.env.PATH,
    MONGODB_URI: servers.mongodb,
    REDIS_URL: servers.redis,
    SECRET_KEY: storyKey,
    DEMO: '1',
    TELEGRAM_API_ROOT: telegram.root,
    PARTICIPANT_BOT_TOKEN: telegram.participant,
    STAFF_BOT_TOKEN: telegram.staff,
    LOG_LEVEL: 'error',
  };
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      env: environment,
      stdio: ['ignore', process.env.STORY_LOG ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    });
    const [message] = (await once(child, 'message')) as [{ ready?: boolean; fatal?: string }];
    if (!message.ready) throw new Error(`the worker did not start: ${message.fatal ?? 'unknown'}`);
    return child;
  };
  let child = await start();
  return {
    pid: () => child.pid ?? 0,
    kill9: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = await start();
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
