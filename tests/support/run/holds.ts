// Asserts a property of fast-check with the seeds that it has failed with before, and with that of the run.
import fc from 'fast-check';
import { expect } from 'vitest';
import { failedSeeds } from './failed-seeds.ts';

/** Of the test that is running: seeds with which it has failed before. */
export const earlierSeeds = (): readonly number[] =>
  failedSeeds.get(expect.getState().currentTestName ?? '') ?? [];

export async function holds<T>(property: fc.IRawProperty<T>, settings: fc.Parameters<T> = {}): Promise<void> {
  for (const seed of earlierSeeds()) await fc.assert(property, { ...settings, seed });
  await fc.assert(property, settings);
}
