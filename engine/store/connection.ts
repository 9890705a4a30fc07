// The one way to connect to MongoDB: journaled writes, refused unknown fields, operators in filters made harmless.
import mongoose, { type Connection } from 'mongoose';
import { AppError } from '../kernel/errors.ts';

export interface ConnectionOptions {
  /** How long a server is looked for before giving up, in milliseconds. */
  readonly patience?: number;
}

/** @throws AppError `configuration` naming the address (without its password) when no server answers */
export async function connectStore(uri: string, options: ConnectionOptions = {}): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    writeConcern: { w: 'majority', journal: true },
    serverSelectionTimeoutMS: options.patience ?? 10_000,
    autoIndex: false,
    autoCreate: false,
    retryWrites: false,
    ignoreUndefined: true,
    maxPoolSize: 40,
  });
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', true);
  try {
    return await connection.asPromise();
  } catch (cause) {
    const address = uri.replace(/\/\/[^@/]*@/, '//***@');
    throw new AppError('configuration', `MONGODB_URI: no MongoDB server answers at ${address}`, [], cause);
  }
}
