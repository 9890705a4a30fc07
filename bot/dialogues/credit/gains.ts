// What the hours of a credit bring, by the rules of the day: said to newcomers, and when an invitation is accepted.
import { localDate } from '../../../engine/kernel/calendar.ts';
import { targets } from '../../../engine/programmes/credit/programme.ts';
import type { StudentTalk } from './student.ts';

export function gains({ env, now }: StudentTalk, target: number) {
  const figure = (name: string) => env.rules.tableNumber('credit', name, localDate(now), target);
  return { hours: target, amount: figure('payoutTenge'), count: figure('academicCredits') };
}

/** Of the shorter and the longer credit, for one text. */
export function gainsOfBoth(talk: StudentTalk) {
  const [shorter, longer] = [gains(talk, targets[0]), gains(talk, targets[1])];
  return {
    ...{ shortHours: shorter.hours, shortAmount: shorter.amount, shortCredits: shorter.count },
    ...{ longHours: longer.hours, longAmount: longer.amount, longCredits: longer.count },
  };
}
