// Vitest's global setup: one MongoDB and one Redis for the whole run, or those that MONGODB_URI and REDIS_URL name.
// Tests reach them through fresh-database.ts. Ours refuses every query that no index helps: what reads a whole
// collection is quick in a test and a standstill among a hundred thousand people.
import { mongo } from 'mongoose';
import type { TestProject } from 'vitest/node';
import { startServices } from './start-services.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    mongodbUri: string;
    redisUrl: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl } = process.env;
  const own = mongodbUri === undefined || redisUrl === undefined ? await startServices() : undefined;
  if (own) await refuseScans(own.mongodbUri);
  project.provide('mongodbUri', mongodbUri ?? own?.mongodbUri ?? '');
  project.provide('redisUrl', redisUrl ?? own?.redisUrl ?? '');
  return async () => {
    await own?.stop();
  };
}

async function refuseScans(uri: string): Promise<void> {
  const client = await new mongo.MongoClient(uri).connect();
  await client.db('admin').command({ setParameter: 1, notablescan: true });
  await client.close();
}
