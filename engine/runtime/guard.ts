// Ends a program that is not ours (Redis) when this process dies, since such a program does not watch its parent.
// Called by supervise.ts only.
import { type ChildProcess, spawn } from 'node:child_process';

/** A shell that waits for this process to die (its standard input then closes) and ends the child. */
export function guard(child: ChildProcess, pid: number): void {
  const shell = spawn('/bin/sh', ['-c', 'cat >/dev/null; kill -TERM "$0"', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.on('error', () => undefined);
  child.once('exit', () => {
    // Killed, not told: were the pipe merely closed, the number could by then be another process's.
    shell.kill('SIGKILL');
    shell.stdin?.destroy();
  });
}
