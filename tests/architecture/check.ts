// `npm run check`: everything that can be said about the code without running it. Each check is one file in checks/;
// all of them run, all that is wrong is shown, and one fault fails the whole.
import { checks } from './checks/all.ts';

let failed = 0;
for (const { name, run, note } of checks) {
  const started = performance.now();
  const faults = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)${note ? `: ${note()}` : ''}`);
  for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n  ')}`);
  if (faults.length > 0) failed += 1;
}
console.log(
  failed === 0 ? `All ${checks.length} checks passed.` : `${failed} of ${checks.length} checks failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;
