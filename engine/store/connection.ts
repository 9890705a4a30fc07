// The one way to connect to MongoDB: journaled writes, refused unknown fields, operators in filters made harmless.
import mongoose, { type Connection } from 'mongoose';
import { AppError } from '../kernel/errors.ts';
import { boundRequests } from './deadline.ts';
import { patchedConnections } from './driver-connection.ts';

export interface ConnectionOptions {
  /** How long a server is looked for before giving up, in milliseconds. */
  readonly patience?: number;
  /** How long a request may take, in milliseconds; ten seconds unless told otherwise. */
  readonly requestLimit?: number;
}

/** @throws AppError `unavailable` naming the address (without its password) when no server answers: it may come back */
export async function connectStore(uri: string, options: ConnectionOptions = {}): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    writeConcern: { w: acknowledgedBy(uri), journal: true },
    serverSelectionTimeoutMS: options.patience ?? 8_000,
    autoIndex: false,
    autoCreate: false,
    retryWrites: false,
    ignoreUndefined: true,
    // The driver waits for its server by itself; mongoose's own queue would hide that it is away.
    bufferCommands: false,
    heartbeatFrequencyMS: 2_000,
    // A heartbeat that is not answered for so long ends all connections: they may have died in silence.
    connectTimeoutMS: 8_000,
    maxPoolSize: 40,
    ...patchedConnections,
  });
  boundRequests(connection, options.requestLimit);
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', true);
  try {
    return await connection.asPromise();
  } catch (cause) {
    const address = uri.replace(/\/\/[^@/]*@/, '//***@');
    throw new AppError('unavailable', `MONGODB_URI: no MongoDB server answers at ${address}`, [], cause);
  }
}

/**
 * The embedded engine waits for its journal under `w: 1` only, which its address says: under `majority` it answered
 * writes that SIGKILL then took back (in 2 of 4 runs of tests/reliability/store; under `w: 1` in none of 6).
 */
const acknowledgedBy = (uri: string): 1 | 'majority' =>
  new URLSearchParams(uri.split('?')[1]).get('w') === '1' ? 1 : 'majority';
