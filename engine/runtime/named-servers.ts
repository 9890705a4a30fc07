// Asks the servers that MONGODB_URI and REDIS_URL name for a sign of life, so that a wrong address ends the start with
// one line. Called by launch.ts before any process of the application runs. Must never store anything there.
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { ConfigurationError } from './configuration-error.ts';

const patienceMs = 5_000;

/** @throws ConfigurationError when no MongoDB answers at `uri` within five seconds (or what `uri` says). */
export async function checkMongodb(uri: string): Promise<void> {
  try {
    const impatient = /[?&]serverSelectionTimeoutMS=/i.test(uri);
    const client = new mongoose.mongo.MongoClient(
      uri,
      impatient ? {} : { serverSelectionTimeoutMS: patienceMs },
    );
    try {
      await client.db().command({ ping: 1 });
    } finally {
      await client.close();
    }
  } catch (error) {
    throw new ConfigurationError(`MONGODB_URI: no MongoDB can be used there: ${reasonOf(error)}.`);
  }
}

/** @throws ConfigurationError when no Redis answers at `url` within five seconds. */
export async function checkRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    retryStrategy: null,
  });
  let last: unknown;
  redis.on('error', (error) => {
    last = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new ConfigurationError(`REDIS_URL: no Redis can be used there: ${reasonOf(last ?? error)}.`);
  } finally {
    redis.disconnect();
  }
}

/** The driver's reason without any `user:password@` that it may quote. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\/\/[^\s/@]+@/g, '//').replace(/\.$/, '');
