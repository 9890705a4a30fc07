// The answers to a survey as a table: a column for each question, no respondent, no time.

import type { Cell, Cells } from '../../engine/documents/xlsx.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { regionOf } from '../../engine/kernel/regions.ts';
import type { Question } from '../../engine/surveys/question.ts';
import type { ExportedAnswer } from '../../engine/surveys/results.ts';
import type { Survey } from '../../engine/surveys/store.ts';
import { plainText } from '../../locales/texts.ts';

export function surveyCells(
  { questions, byRegion }: Survey,
  answers: readonly ExportedAnswer[],
  language: Language,
): Cells {
  const titles = questions.map(({ text }) => text[language]);
  const region = byRegion ? [plainText({ key: 'exports:participant.region' }, language)] : [];
  const rows = answers.map((answer) => [
    ...(byRegion ? [answer.region === null ? null : (regionOf(answer.region)?.[language] ?? null)] : []),
    ...questions.map((question) => cellOf(question, answer, language)),
  ]);
  return [[...region, ...titles], ...rows];
}

function cellOf({ id, options }: Question, { values }: ExportedAnswer, language: Language): Cell {
  const value = values[id];
  if (value === undefined || typeof value === 'number') return value ?? null;
  const label = (each: string) => options.find((option) => option.id === each)?.text[language] ?? each;
  return typeof value === 'string' ? label(value) : value.map(label).join('; ');
}
