// Vitest reporter: names the seed of the run first, the fifteen slowest files near the end, and last of all, alone on its
// line, `N passed, N failed` (and `, N skipped`) for people and machines.
import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

type Counts = { passed: number; failed: number; skipped: number };

const SLOWEST = 15;

/** Counts every test case; a file that cannot be loaded, or an error outside the tests, counts as one failure. */
export default class PlainSummary implements Reporter {
  #line = '';

  onTestRunStart(): void {
    console.log(` seed ${process.env.SEED}`);
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const counts: Counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) count(module, counts);
    // An interrupted or unexplained failure must not read like a success.
    if (reason !== 'passed' && counts.failed === 0) counts.failed = 1;
    const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
    this.#line = `${counts.passed} passed, ${counts.failed} failed${skipped}`;
    if (process.env.CI === 'true') console.log(slowestOf(modules));
    const { TEST_SUMMARY } = process.env;
    if (TEST_SUMMARY) writeFileSync(TEST_SUMMARY, `${this.#line}\n`);
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

function slowestOf(modules: readonly TestModule[]): string {
  const files = modules.map((module) => {
    const { collectDuration, duration } = module.diagnostic();
    return { file: module.relativeModuleId, taken: collectDuration + duration, cpu: module.meta().cpu ?? 0 };
  });
  const slowest = files.sort((a, b) => b.taken - a.taken).slice(0, SLOWEST);
  const lines = slowest.map(({ file, taken, cpu }) => `${inSeconds(taken)} ${inSeconds(cpu)}  ${file}`);
  return ['\n    taken  own CPU  the slowest files', ...lines].join('\n');
}

const inSeconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`.padStart(8);
