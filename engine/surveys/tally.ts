// Counts and shares of answers, question by question. Pure; what may be shown of it is decided in results.ts.
import type { Question, Values } from './question.ts';
import type { Answer } from './store.ts';

export interface OptionCount {
  readonly id: string;
  readonly count: number;
  /** Percent of those who answered the question, to one decimal. */
  readonly share: number;
}

export interface QuestionTally {
  readonly id: string;
  /** How many answered the question. */
  readonly answered: number;
  /** Of `choice`, `several` and `scale`; of a scale each step is an option. */
  readonly options: readonly OptionCount[];
  /** Of `scale` and `number`, to one decimal; null without answers. */
  readonly mean: number | null;
  readonly median: number | null;
}

export const tally = (questions: readonly Question[], answers: readonly Answer[]): readonly QuestionTally[] =>
  questions.map((question) => tallyOf(question, answers));

function tallyOf(question: Question, answers: readonly Answer[]): QuestionTally {
  const given = answers.flatMap(({ values }) => {
    const value = (values as Values)[question.id];
    return value === undefined ? [] : [value];
  });
  const numbers = given.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const counts = new Map<string, number>();
  for (const each of given.flatMap((value) => (typeof value === 'object' ? value : [String(value)])))
    counts.set(each, (counts.get(each) ?? 0) + 1);
  const options = optionsOf(question).map((id) => {
    const count = counts.get(id) ?? 0;
    return { id, count, share: shareOf(count, given.length) };
  });
  return {
    id: question.id,
    answered: given.length,
    options,
    mean: meanOf(numbers),
    median: medianOf(numbers),
  };
}

/** Percent to one decimal, half up: 1,582 of 2,564 are 61.7. */
export const shareOf = (count: number, of: number): number =>
  of === 0 ? 0 : Math.round((count * 1_000) / of) / 10;

function optionsOf({ kind, options, from, to }: Question): readonly string[] {
  if (kind === 'scale' && from !== null && to !== null)
    return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
  return options.map(({ id }) => id);
}

function meanOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return Math.round((10 * numbers.reduce((sum, each) => sum + each, 0)) / numbers.length) / 10;
}

function medianOf(numbers: readonly number[]): number | null {
  const middle = numbers.length >> 1;
  const [low, high] = [numbers[middle - 1 + (numbers.length % 2)], numbers[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
