// The participant bot and the worker as the processes that they are in production, for runs over time.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { operatorEnvironment } from '../../support/operator.ts';

const TOKEN = '1001:participant-token';
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const participantBot = { token: TOKEN, username: 'qadam_bench_bot', name: 'Qadam' };

/** What the bot's process told of itself in one second. */
export interface Probe {
  readonly loopMs: number;
  readonly rss: number;
  readonly heapUsed: number;
}

export interface RunningBots {
  /** Of the participant bot. */
  readonly pid: number;
  readonly probes: readonly Probe[];
  stop(): Promise<void>;
}

export async function startBots(at: {
  mongodb: string;
  redis: string;
  telegram: string;
}): Promise<RunningBots> {
  const env = {
    PATH: process.env.PATH,
    MONGODB_URI: at.mongodb,
    REDIS_URL: at.redis,
    TELEGRAM_API_ROOT: at.telegram,
    PARTICIPANT_BOT_TOKEN: TOKEN,
    SECRET_KEY: 'a key that only benchmarks use, long',
    DEMO: '0',
    ...operatorEnvironment,
    LOG_LEVEL: 'error',
  };
  const probe = ['--import', file('./loop-probe.ts')];
  const [bot, worker] = await Promise.all([
    started(['--import', 'tsx', ...probe, file('../../../bot/participant.ts')], env),
    started(['--import', 'tsx', file('../../../bot/worker.ts')], env),
  ]);
  const probes: Probe[] = [];
  bot.on('message', (message: { probe?: Probe }) => {
    if (message.probe) probes.push(message.probe);
  });
  return {
    pid: bot.pid ?? 0,
    probes,
    stop: async () => {
      await Promise.all([ended(bot), ended(worker)]);
    },
  };
}

async function started(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ ready?: boolean; fatal?: string }];
    if (message.ready) return child;
    if (message.fatal !== undefined) throw new Error(`a process did not start: ${message.fatal}`);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
