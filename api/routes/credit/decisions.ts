// How a decision that was looked at again is shown: with its receipt, in words, and what is other today.
import Type, { type Static } from 'typebox';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { DecisionAgain } from '../../../engine/programmes/credit/programme.ts';
import { evaluationInWords, type RuleBook } from '../../../engine/rules/rule-book.ts';
import { plainText } from '../../../locales/texts.ts';
import { nullable } from '../parts.ts';
import { decision } from './participant-card.ts';

export const decisionAgain = Type.Object({
  ...decision.properties,
  intact: Type.Boolean({ description: 'The receipt is what was sealed when it was decided.' }),
  agrees: Type.Boolean({ description: 'The rules say the same today.' }),
  why: nullable(Type.String({ description: 'Why these rules cannot say anything of it any more.' })),
  differences: Type.Array(
    Type.Object({
      pointer: Type.String({ description: 'JSON pointer into the receipt.' }),
      stored: Type.Unknown(),
      now: Type.Unknown(),
    }),
  ),
  explanation: Type.Array(Type.String(), {
    description: "Outcome, requirements and what was missing, in the reader's language.",
  }),
});

export const decisionRow = (
  rules: RuleBook,
  { creditId, kind, receipt, again }: DecisionAgain,
  language: Language,
) => ({
  ...{ creditId, kind, receipt: receipt as unknown as Static<typeof decision>['receipt'] },
  ...{ intact: again.intact, why: again.why, differences: [...again.differences] },
  agrees: again.evaluation !== null && again.differences.length === 0,
  explanation: again.evaluation
    ? [
        ...evaluationInWords(rules.set(receipt.set).title, again.evaluation, (text) =>
          plainText(text, language),
        ),
      ]
    : [],
});
