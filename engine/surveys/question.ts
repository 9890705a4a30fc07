// The questions of a survey as data, in three languages, and what counts as an answer to each.
import Type, { type Static } from 'typebox';
import type { Reason } from '../kernel/result.ts';
import { nullable, oneOf } from '../store/model.ts';

export const questionKinds = ['choice', 'several', 'scale', 'number', 'text'] as const;

/** The same words in each language. */
export const Words = Type.Object({ kk: Type.String(), ru: Type.String(), en: Type.String() });
export type Words = Static<typeof Words>;

export const Question = Type.Object({
  /** Names the answer; never changes its meaning. */
  id: Type.String(),
  kind: oneOf(questionKinds),
  text: Words,
  optional: Type.Boolean(),
  /** Of `choice` and `several`; none for the others. */
  options: Type.Array(Type.Object({ id: Type.String(), text: Words })),
  /** Bounds of `scale` (both needed) and of `number` (null: none). */
  from: nullable(Type.Integer()),
  to: nullable(Type.Integer()),
});
export type Question = Static<typeof Question>;

/** What a respondent gave, by question id; a question that was passed over is absent. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

/** Characters of a free text. */
export const LONGEST_TEXT = 1_000;

export interface Checked {
  readonly values: Values;
  readonly faults: readonly Reason[];
}

/** Reads what came from a form: texts, by question id. Nothing but what the questions ask for is kept. */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, readonly string[]>>,
): Checked {
  const values: Record<string, Values[string]> = {};
  const faults: Reason[] = [];
  for (const question of questions) {
    const typed = (given[question.id] ?? []).map((each) => each.trim()).filter((each) => each !== '');
    const value = typed.length > 0 ? readers[question.kind](question, typed) : null;
    if (value !== null) values[question.id] = value;
    else if (typed.length > 0) faults.push(fault('not-possible', question));
    else if (!question.optional) faults.push(fault('missing', question));
  }
  return { values, faults };
}

/** A fault of one question; `question` says which, so that it is shown beside it. */
const fault = (what: 'missing' | 'not-possible', { id }: Question): Reason => ({
  code: `surveys.answer-${what}`,
  params: { question: id },
});

type Read = (question: Question, typed: readonly string[]) => Values[string] | null;

const readers: Readonly<Record<Question['kind'], Read>> = {
  choice: ({ options }, [only = '']) => (options.some(({ id }) => id === only) ? only : null),
  several: ({ options }, typed) =>
    typed.every((each) => options.some(({ id }) => id === each)) ? [...new Set(typed)].sort() : null,
  scale: (question, [only = '']) => whole(question, only),
  number: (question, [only = '']) => whole(question, only),
  text: (_, [only = '']) => (only.length <= LONGEST_TEXT ? only.normalize('NFC') : null),
};

function whole({ from, to }: Question, typed: string): number | null {
  if (!/^-?\d{1,9}$/.test(typed)) return null;
  const value = Number(typed);
  return (from === null || value >= from) && (to === null || value <= to) ? value : null;
}
