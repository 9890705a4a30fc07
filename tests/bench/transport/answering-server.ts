// Starts server.ts and stops it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('./server.ts', import.meta.url));

export interface AnsweringServer {
  readonly root: string;
  stop(): Promise<void>;
}

export async function answeringServer(latency: number): Promise<AnsweringServer> {
  const child = fork(file, [String(latency)], { execArgv: ['--import', 'tsx'] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    root: `http://127.0.0.1:${port}`,
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
