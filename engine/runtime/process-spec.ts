// What the launcher and its children agree on: how a child is described, and what can be asked of it while it runs.
// Imported by supervise.ts, by whoever starts a child, and by the harness in child.ts. Must hold no behaviour.

/** Exit code of a child whose configuration is wrong: restarting cannot help (`EX_CONFIG` of sysexits). */
export const exitMisconfigured = 78;

/** Argument that the launcher gives its children when it runs in a terminal. */
export const readableLogFlag = '--readable-log';

/** How to run a child. Children with `ipc` report `{ ready: true }`, `{ failed }` or `{ fatal }` and watch the channel. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
  /** File that remembers which process runs, so that a later start can end what a `kill -9` orphaned. */
  readonly identityFile: string;
  /** `false` for a program that is not ours: a small guard then ends it when this process dies. */
  readonly ipc: boolean;
  /** Resolves when a child without `ipc` answers; must give up when the signal aborts. */
  readonly answers?: (signal: AbortSignal) => Promise<void>;
  /**
   * Milliseconds after which a child that is not ready counts as stuck: it is killed and started again, each time with
   * twice the patience. Without it, a child may take as long as it likes.
   */
  readonly readyWithinMs?: number;
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly graceMs: number;
}

/** Receives each line a child writes (`output`), and what is done about the child (`event`). */
export type LineSink = (name: string, line: string, kind: 'output' | 'event') => void;

/** A child that could not be started: `fatal` when its configuration is to blame. */
export class StartError extends Error {
  constructor(
    message: string,
    readonly fatal: boolean,
  ) {
    super(message);
  }
}

/** A supervised child. */
export interface Supervised {
  readonly name: string;
  /** Number of the process that runs now. */
  pid(): number | undefined;
  /** How often it was started again. */
  restarts(): number;
  /** What it last reported as its address when it became ready. */
  address(): string | undefined;
  /** Resolves when the process that runs now, or the next one, is ready. */
  untilReady(): Promise<void>;
  /** Ends it (SIGTERM, then SIGKILL after the grace) and stops restarting it. */
  stop(): Promise<void>;
}

/** How {@link Supervised} is to behave beyond starting and restarting. */
export interface SupervisionOptions {
  /** Ends the child while it is still starting. */
  readonly signal?: AbortSignal;
  /** A child that was ready has ended for good, because its configuration turned out wrong. */
  readonly onFatal?: (reason: string) => void;
}
