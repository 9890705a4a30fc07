// Runs a launch as this process's whole purpose: signals, exit codes, the last words of a start that failed.
// Called by start.ts. Must hold nothing about which processes there are.

import type { ApplicationProcess } from './application-process.ts';
import { ConfigurationError } from './configuration-error.ts';
import { Launch } from './launch.ts';
import { exitMisconfigured, StartError } from './process-spec.ts';

/** Starts `processes` and their services, and stays until SIGINT, SIGTERM or SIGHUP. */
export async function runLauncher(processes: readonly ApplicationProcess[]): Promise<void> {
  const launch = new Launch({
    environment: process.env,
    processes,
    write: (line) => process.stdout.write(`${line}\n`),
    isTerminal: process.stdout.isTTY === true,
  });
  const end = async () => {
    await launch.stop();
    process.exit(0);
  };
  // Ctrl-C arrives twice through npm (from the terminal and from npm): the second one must change nothing.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  // A wrapper that runs TypeScript for us dies without a word when it is killed; its channel closes then.
  process.on('disconnect', () => void end());
  // Whoever read our output may be gone; the children are to be stopped all the same.
  process.stdout.on('error', () => undefined);
  try {
    await launch.start();
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof StartError)) throw error;
    process.stderr.write(`\nQadam cannot start:\n${error.message.replace(/^/gm, '  ')}\n`);
    const misconfigured = error instanceof ConfigurationError || error.fatal;
    process.exit(misconfigured ? exitMisconfigured : 1);
  }
}
