// Vitest's runner, which also notes the CPU time that the worker spends on each file, its loading included. Time on the
// clock tells on a shared machine what others do; this does not.
import { TestRunner } from 'vitest';

type File = Parameters<TestRunner['onCollectStart']>[0];
type Suite = Parameters<TestRunner['onAfterRunSuite']>[0];

declare module 'vitest' {
  interface TaskMeta {
    /** Milliseconds of user and system time, of the worker alone. */
    cpu?: number;
  }
}

export default class MeasuringRunner extends TestRunner {
  #before = process.cpuUsage();

  override onCollectStart(file: File): void {
    this.#before = process.cpuUsage();
    super.onCollectStart(file);
  }

  override async onAfterRunSuite(suite: Suite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (suite !== suite.file) return;
    const { user, system } = process.cpuUsage(this.#before);
    suite.meta.cpu = Math.round((user + system) / 1_000);
  }
}
