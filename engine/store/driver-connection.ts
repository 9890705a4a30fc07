// The driver's connection, fixed. The driver (mongodb 7.8) waits for ever when a socket is closed while, or just before,
// it writes: it listens for "drain" on a socket that is destroyed already. A request lost so holds its chat; a heartbeat
// lost so keeps the whole process away from its database until it is started again (tests/reliability/store). Here,
// the end of a connection also ends whoever waits to write. To be removed when the driver does it.
import { createRequire } from 'node:module';

interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What is used of the driver's own class, which it does not export. */
export interface DriverConnection {
  /** Ends the connection, and whatever waits for an answer on it. */
  cleanup(error: Error): void;
  /** Resolves when the socket has taken the command. */
  writeCommand(command: unknown, options: WriteOptions): Promise<void>;
}
export type DriverConnectionClass = new (...given: readonly unknown[]) => DriverConnection;

/** The very driver that mongoose uses. */
const requireOfMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const driver = requireOfMongoose('mongodb/lib/cmap/connection.js') as { Connection: DriverConnectionClass };

/** As the driver has it: for the test that shows the need. */
export const StockConnection = driver.Connection;

export class PatchedConnection extends StockConnection {
  readonly #ended = new AbortController();

  override cleanup(error: Error): void {
    super.cleanup(error);
    this.#ended.abort(error);
  }

  override writeCommand(command: unknown, options: WriteOptions): Promise<void> {
    return super.writeCommand(command, { ...options, signal: options.signal ?? this.#ended.signal });
  }
}

/** For the client's options: one that the driver reads but does not announce. */
export const patchedConnections: object = { connectionType: PatchedConnection };
