// `npm run progress -- rebuild`: sums progress up anew from the programmes' entries. May run beside a Qadam at work.
import { programmes } from '../../programmes/registry.ts';
import { progressKindsOf } from '../../programmes/rooms.ts';
import { rebuildProgress } from '../../progress/rebuild.ts';
import { openEngine } from '../engine.ts';
import { type Act, Refusal, runCommand } from './command.ts';

const USAGE = 'usage: npm run -s progress -- rebuild';

const rebuild: Act = async ({ configuration, print }) => {
  const engine = await openEngine(configuration, () => undefined, programmes);
  try {
    for (const kind of progressKindsOf(engine.ctx)) {
      const { entries, owners, drifted } = await rebuildProgress(engine.ctx, kind);
      print(`${kind.id}: ${entries} entries of ${owners} summed up anew, ${drifted} had drifted`);
    }
    return 0;
  } finally {
    await engine.close();
  }
};

const [name, ...rest] = process.argv.slice(2);
await runCommand(name === 'rebuild' && rest.length === 0 ? rebuild : new Refusal(USAGE));
