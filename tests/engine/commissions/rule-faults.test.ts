// Rules of commissions that do not hold are refused by their place; those that do are taken.
import { expect, it } from 'vitest';
import type { CommissionRule, Question } from '../../../engine/commissions/rule.ts';
import { commissionRuleOf, ruleFaults } from '../../../engine/commissions/rule-faults.ts';
import { byRank, depth, poll, questionOf, ruleOf, yesOrNo } from '../../support/commissions/sample.ts';

const asked = (over: Partial<Question>) => ruleOf({ questions: [questionOf(over)] });
const { quorum, kinds } = ruleOf();

const faulty: [string, CommissionRule, string][] = [
  ['a size upside down', ruleOf({ size: { least: 8, most: 7 } }), '/size'],
  ['kinds beyond the size', ruleOf({ size: { least: 1, most: 1 } }), '/kinds'],
  ['a kind twice', ruleOf({ kinds: [...kinds, ...kinds.slice(2)] }), '/kinds/3/id'],
  ['a chair of no kind', ruleOf({ chair: ['authority', 'guests'] }), '/chair/1'],
  ['a quorum over 1', ruleOf({ quorum: { ...quorum, numerator: 3 } }), '/quorum'],
  ['more than all', ruleOf({ quorum: { ...quorum, numerator: 2 } }), '/quorum'],
  ['a quorum beyond the size', ruleOf({ quorum: { ...quorum, least: 8 } }), '/quorum/least'],
  ['a scale of nothing', asked({ criteria: [{ ...depth, most: 0 }] }), '/questions/0/criteria/0'],
  ['steps that miss the end', asked({ criteria: [{ ...depth, step: 3 }] }), '/questions/0/criteria/0/step'],
  ['a rank by nothing', asked({ criteria: [{ ...depth, weight: 0 }] }), '/questions/0/criteria'],
  ['a criterion twice', asked({ criteria: [depth, depth] }), '/questions/0/criteria/1/id'],
  [
    'a tie-break by no criterion',
    asked({
      decision: { ...byRank, tieBreaks: [{ by: 'criterion', criterion: 'charm', prefer: 'higher' }] },
    }),
    '/questions/0/decision/tieBreaks/0/criterion',
  ],
  [
    'top scores that nobody gives',
    asked({
      criteria: [depth, poll],
      decision: { ...byRank, tieBreaks: [{ by: 'top-scores', criterion: 'poll' }] },
    }),
    '/questions/0/decision/tieBreaks/0/criterion',
  ],
  [
    'ties for a chair that is not',
    ruleOf({ chair: null, questions: [yesOrNo('chair')] }),
    '/questions/0/decision/tie',
  ],
  ['half a place', asked({ decision: { ...byRank, places: 0.5 } }), '/questions/0/decision'],
];

it.each(faulty)('refuses %s', (_name, rule, pointer) => {
  const pointers = ruleFaults(rule).map((each) => each.pointer ?? '');
  expect(pointers.some((each) => each.startsWith(pointer))).toBe(true);
  expect(() => commissionRuleOf(rule)).toThrow('do not hold');
});

it('takes rules that hold, with either decision', () => {
  const rule = ruleOf({ questions: [questionOf(), yesOrNo('chair')] });
  expect(ruleFaults(rule)).toEqual([]);
  expect(commissionRuleOf(rule)).toBe(rule);
});
