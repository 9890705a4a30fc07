// What the launcher writes: progress, the children's lines with their names, the closing block. Used by launch.ts.
// Lines of the database engines are kept back and shown only when one of them ends unexpectedly.
import type { LineSink } from './process-spec.ts';

const services: ReadonlySet<string> = new Set(['mongodb', 'redis']);
const keptLines = 15;

/** Where the launcher writes; `write` gets whole lines. */
export class Terminal {
  readonly #write: (line: string) => void;
  readonly #showServices: boolean;
  readonly #kept = new Map<string, string[]>();

  constructor(write: (line: string) => void, showServices: boolean) {
    this.#write = write;
    this.#showServices = showServices;
  }

  say(line: string): void {
    this.#write(line);
  }

  /** To be handed to the supervisors. */
  readonly sink: LineSink = (name, line, kind) => {
    if (kind === 'event') {
      for (const kept of this.#kept.get(name) ?? []) this.#prefixed(name, kept);
      this.#kept.delete(name);
      this.#prefixed(name, line);
    } else if (services.has(name) && !this.#showServices) {
      this.#keep(name, line);
    } else if (line.startsWith('{')) {
      // A JSON line names its process itself; a prefix would only break the readers of logs.
      this.#write(line);
    } else {
      this.#prefixed(name, line);
    }
  };

  #keep(name: string, line: string): void {
    this.#kept.set(name, [...(this.#kept.get(name) ?? []), line].slice(-keptLines));
  }

  #prefixed(name: string, line: string): void {
    this.#write(`${name.padEnd(11)} | ${line}`);
  }
}

/** What the closing block tells. `address` without a slash at its end. */
export interface Readiness {
  readonly address: string;
  readonly dataDirectory: string;
  readonly demo: boolean;
  readonly botsOff: readonly string[];
  readonly adminKeyFile: string | undefined;
  readonly seconds: number;
}

/** The few lines that a person needs once everything runs. */
export function closingBlock(ready: Readiness): string[] {
  const { address } = ready;
  const bots =
    ready.botsOff.length === 0 ? [] : [`  Telegram  off for now: set ${ready.botsOff.join(' and ')}`];
  const key =
    ready.adminKeyFile === undefined ? [] : [`  operator  the first key is in ${ready.adminKeyFile}`];
  return [
    '',
    `Qadam is ready: ${address} (${ready.seconds.toFixed(1)} s)`,
    `  chat      ${address}/chat${ready.demo ? '      with people made up for the demo' : ''}`,
    `  API       ${address}/docs`,
    `  data      ${ready.dataDirectory}${ready.demo ? ' (demo)' : ''}`,
    ...key,
    ...bots,
    '  Ctrl-C stops everything.',
    '',
  ];
}
