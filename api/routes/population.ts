// Whom a rule set judges, for routes that ask about people.
import { AppError } from '../../engine/kernel/errors.ts';
import type { Population } from '../../engine/programmes/programme.ts';
import { populationOf } from '../../engine/programmes/registry.ts';

/** @throws AppError `invalid-input` for a set whose programme keeps nobody yet */
export function populationAsked(set: string): Population {
  const population = populationOf(set);
  if (population) return population;
  const mend = 'name a set whose programme keeps people: credit.completion, credit.participation';
  throw new AppError('invalid-input', `nobody is judged by ${set} yet`, [
    { pointer: '/id', value: set, mend },
  ]);
}
