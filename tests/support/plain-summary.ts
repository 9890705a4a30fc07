// Vitest reporter: the last line of a run is `N passed, N failed` (and `, N skipped`), alone, for people and machines.
// What passed only on a second try is told with its first error: a try that failed is worth a look.
import type { Reporter, SerializedError, TestCase, TestModule, TestRunEndReason } from 'vitest/node';

type Counts = { passed: number; failed: number; skipped: number };

/** Counts every test case; a file that cannot be loaded, or an error outside the tests, counts as one failure. */
export default class PlainSummary implements Reporter {
  #line = '';

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const counts: Counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      count(module, counts);
      tellSecondTries(module);
    }
    // An interrupted or unexplained failure must not read like a success.
    if (reason !== 'passed' && counts.failed === 0) counts.failed = 1;
    const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
    this.#line = `${counts.passed} passed, ${counts.failed} failed${skipped}`;
    // Other reporters and the closing of services still write: this line has to be the last.
    process.once('exit', () => process.stdout.write(`\n${this.#line}\n`));
  }
}

function count(module: TestModule, counts: Counts): void {
  counts.failed += module.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed' || state === 'failed') counts[state] += 1;
    else counts.skipped += 1;
  }
}

function tellSecondTries(module: TestModule): void {
  for (const test of module.children.allTests('passed')) {
    if (test.diagnostic()?.retryCount) console.log(secondTry(module, test));
  }
}

function secondTry(module: TestModule, test: TestCase): string {
  const errors = (test.result().errors ?? []).map(({ stack, message }) => stack ?? message);
  return `\npassed on a second try: ${module.relativeModuleId} > ${test.fullName}\n${errors.join('\n')}`;
}
