// Finds whom a rule set judges, among all programmes.
import type { EngineContext, Population } from './programme.ts';

const populations = ({ programmes }: Pick<EngineContext, 'programmes'>): readonly Population[] =>
  programmes.flatMap((each) => each.populations ?? []);

/** None where its programme keeps nobody yet. */
export const populationOf = (ctx: Pick<EngineContext, 'programmes'>, set: string): Population | undefined =>
  populations(ctx).find((each) => each.set === set);

/** The sets that judge somebody. */
export const judgedSets = (ctx: Pick<EngineContext, 'programmes'>): readonly string[] =>
  populations(ctx).map(({ set }) => set);
