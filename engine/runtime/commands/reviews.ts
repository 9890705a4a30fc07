// `npm run reviews -- rebuild`: builds what waits for decisions anew from the programmes' documents. May run beside a Qadam at work.
import { programmes } from '../../programmes/registry.ts';
import { reviewKindsOf } from '../../programmes/rooms.ts';
import { rebuildReviews } from '../../reviews/rebuild.ts';
import { openEngine } from '../engine.ts';
import { type Act, Refusal, runCommand } from './command.ts';

const USAGE = 'usage: npm run -s reviews -- rebuild';

const rebuild: Act = async ({ configuration, print }) => {
  const engine = await openEngine(configuration, () => undefined, programmes);
  try {
    const count = await rebuildReviews(engine.ctx, [...reviewKindsOf(engine.ctx).values()]);
    print(`built anew: ${count} review items`);
    return 0;
  } finally {
    await engine.close();
  }
};

const [name, ...rest] = process.argv.slice(2);
await runCommand(name === 'rebuild' && rest.length === 0 ? rebuild : new Refusal(USAGE));
