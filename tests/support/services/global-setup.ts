// Vitest's global setup: one MongoDB and one Redis for the whole run, or those that MONGODB_URI and REDIS_URL name.
// Tests reach them through fresh-database.ts.
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
  project.provide('mongodbUri', mongodbUri ?? own?.mongodbUri ?? '');
  project.provide('redisUrl', redisUrl ?? own?.redisUrl ?? '');
  return async () => {
    await own?.stop();
  };
}
