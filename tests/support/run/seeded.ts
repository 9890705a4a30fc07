// Before each test file: random tests draw from the seed of the run, which its first line names. `SEED=<number>` gives
// another: the campaigns take a new one each time, `npm test` always the same.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED) });
