// Vitest's runner, which also drops the databases that a test file was given and has not given back when it ended. Left
// alone, those of a whole run add up to more open files than the engine may hold, and it dies in the middle of it.
import { createConnection } from 'mongoose';
import type { TestRunner } from 'vitest';
import MeasuringRunner from '../run/measuring-runner.ts';
import { takeInUse } from './fresh-database.ts';

type Suite = Parameters<TestRunner['onAfterRunSuite']>[0];

export default class TidyRunner extends MeasuringRunner {
  override async onAfterRunSuite(suite: Suite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (suite === suite.file) await drop(takeInUse());
  }
}

async function drop([first, ...others]: readonly string[]): Promise<void> {
  if (first === undefined) return;
  const db = await createConnection(first).asPromise();
  try {
    for (const uri of [first, ...others]) await db.useDb(databaseOf(uri)).dropDatabase();
  } finally {
    await db.close();
  }
}

const databaseOf = (uri: string): string => new URL(uri).pathname.slice(1);
