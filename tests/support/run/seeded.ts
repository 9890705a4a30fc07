// Before each test file: random tests draw from the seed of the run, which its first line names. `SEED=<number>` gives
// another: the campaigns take a new one each time, `npm test` always the same. Campaigns also count their runs here, and
// end the search when their time is up: that is no failure.
import fc from 'fast-check';
import { inCampaign, noteDown, timeLeft } from './campaign.ts';

const limit = timeLeft();
/** Milliseconds: without a single run a property counts as failed. */
const LEAST = 10_000;

fc.configureGlobal({
  seed: Number(process.env.SEED),
  ...(limit !== null && { interruptAfterTimeLimit: Math.max(LEAST, limit) }),
  ...(inCampaign && { reporter }),
});

function reporter<T>(run: fc.RunDetails<T>): void {
  noteDown([{ kind: 'property', runs: run.numRuns }]);
  if (run.failed)
    throw new Error(fc.defaultReportMessage(run), {
      cause: 'errorInstance' in run ? run.errorInstance : run,
    });
}
