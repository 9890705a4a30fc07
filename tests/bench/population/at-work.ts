// Students at work in a database, whom the completion rules judge: the stage of everything that asks about all of them.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { populationOf } from '../../../engine/programmes/population.ts';
import type { Population } from '../../../engine/programmes/programme.ts';
import { settleStudents } from '../confirm/students.ts';
import type { Contender } from '../harness/comparison.ts';
import { openBenchEngine } from '../harness/engine.ts';

export const SET = 'credit.completion';
export const ON = '2027-01-01';
/** Of each student. */
const ENTRIES = 8;

/** What a round finds out: how many people it asked about, and more that contenders must agree on. */
type Ask = (ctx: EngineContext, population: Population) => Promise<readonly number[]>;

export const atWork = (name: string, isRival: boolean, ask: Ask): Contender => ({
  name,
  rival: isRival,
  async open(services, size) {
    const engine = await openBenchEngine(services, services.freshDatabase());
    await settleStudents(engine.ctx, size * ENTRIES);
    const population = populationOf(engine.ctx, SET);
    if (!population) throw new Error(`nobody is judged by ${SET}`);
    let outcome: readonly number[] = [];
    return {
      async round() {
        outcome = await ask(engine.ctx, population);
        return { units: outcome[0] ?? 0 };
      },
      outcome: async () => outcome,
      close: () => engine.close(),
    };
  },
});
