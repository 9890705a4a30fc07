// Plays the scenario in a process of its own, which may be told at which point to kill itself. Started by runs.ts.
import '../../../crash/kill-points.ts';
import { systemClock } from '../../../../../engine/kernel/clock.ts';
import { playScenario } from './play.ts';
import { openStage } from './stage.ts';

const [mongodb = '', start = ''] = process.argv.slice(2);
const stage = await openStage(mongodb, start);
// What waits for real time here (a chat's turn) follows the scenario, too: nobody has to wait for it.
Object.assign(systemClock, { now: () => stage.clock.now() });
await playScenario(stage);
await stage.close();
process.disconnect?.();
