// Whom a rule set judges, for routes that ask about people.
import { AppError } from '../../engine/kernel/errors.ts';
import { judgedSets, populationOf } from '../../engine/programmes/population.ts';
import type { EngineContext, Population } from '../../engine/programmes/programme.ts';

/** @throws AppError `invalid-input` for a set whose programme keeps nobody yet */
export function populationAsked(engine: EngineContext, set: string): Population {
  const population = populationOf(engine, set);
  if (population) return population;
  const hint = `name a set whose programme keeps people: ${judgedSets(engine).join(', ')}`;
  throw new AppError('invalid-input', `nobody is judged by ${set} yet`, [
    { pointer: '/id', value: set, hint },
  ]);
}
