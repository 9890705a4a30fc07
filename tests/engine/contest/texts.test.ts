// Every bad text gets its own right answer.
import { expect, it } from 'vitest';
import { examineText } from '../../../engine/programmes/contest/packages/examine-text.ts';
import { badTexts } from '../../support/contest/bad-texts.ts';

it.each(badTexts)('C-28 C-30: $name', ({ text, field, words, reasons }) => {
  const found = examineText(text, field);
  expect({
    words: found.words,
    reasons: found.reasons.map(({ code }) => code.replace('contest.', '')),
  }).toEqual({
    words,
    reasons,
  });
});
