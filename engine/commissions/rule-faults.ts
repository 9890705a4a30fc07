// What is wrong with the rules of a commission beyond their shape: each fault with its place and how to put it right.
import { Compile } from 'typebox/compile';
import { AppError, type ErrorDetail } from '../kernel/errors.ts';
import { CommissionRule, type Criterion, type Question, type TieBreak } from './rule.ts';

const shape = Compile(CommissionRule);

/** @throws AppError `configuration` naming every fault */
export function commissionRuleOf(value: unknown): CommissionRule {
  const faults = ruleFaults(value);
  if (faults.length > 0) throw new AppError('configuration', 'the rules of a commission do not hold', faults);
  return value as CommissionRule;
}

export function ruleFaults(value: unknown): readonly ErrorDetail[] {
  if (!shape.Check(value))
    return [...shape.Errors(value)].map(({ instancePath, message }) => fault(instancePath, message));
  const { size, kinds, chair, quorum, questions } = value;
  const least = kinds.reduce((sum, kind) => sum + kind.least, 0);
  return [
    ...when(size.least > size.most, '/size', 'let least be no more than most'),
    ...when(least > size.most, '/kinds', `the kinds ask for ${least} members, size.most allows ${size.most}`),
    ...when(quorum.numerator > quorum.denominator, '/quorum', 'let the fraction be no more than 1'),
    ...when(quorum.strictly && quorum.numerator === quorum.denominator, '/quorum', 'more than all is nobody'),
    ...when(quorum.least > size.most, '/quorum/least', 'let it be no more than size.most'),
    ...twice(kinds, '/kinds'),
    ...twice(questions, '/questions'),
    ...(chair ?? []).flatMap((kind, at) =>
      when(!kinds.some(({ id }) => id === kind), `/chair/${at}`, `name one of the kinds, not ${kind}`),
    ),
    ...questions.flatMap((question, at) => questionFaults(question, chair !== null, `/questions/${at}`)),
  ];
}

function questionFaults(question: Question, hasChair: boolean, at: string): readonly ErrorDetail[] {
  const { criteria, decision } = question;
  const faults = [
    ...twice(criteria, `${at}/criteria`),
    ...criteria.flatMap((each, n) => criterionFaults(each, `${at}/criteria/${n}`)),
  ];
  if (decision.by === 'majority') {
    const isChairs = decision.tie === 'chair' && !hasChair;
    return [...faults, ...when(isChairs, `${at}/decision/tie`, 'there is no chair to break ties')];
  }
  return [
    ...faults,
    ...when(!criteria.some(({ weight }) => weight > 0), `${at}/criteria`, 'give one of them a weight'),
    ...decision.tieBreaks.flatMap((each, n) =>
      tieBreakFaults(each, criteria, `${at}/decision/tieBreaks/${n}`),
    ),
  ];
}

function criterionFaults({ least, most, step }: Criterion, at: string): readonly ErrorDetail[] {
  return [
    ...when(least >= most, at, 'let least be below most'),
    ...when((most - least) % step !== 0, `${at}/step`, 'let the steps lead from least to most'),
  ];
}

function tieBreakFaults(tieBreak: TieBreak, criteria: readonly Criterion[], at: string) {
  if (tieBreak.by === 'fact' || tieBreak.by === 'lot' || tieBreak.criterion === null) return [];
  const found = criteria.find(({ id }) => id === tieBreak.criterion);
  const isOutside = tieBreak.by === 'top-scores' && found?.from === 'case';
  return [
    ...when(!found, `${at}/criterion`, `name one of the criteria, not ${tieBreak.criterion}`),
    ...when(isOutside, `${at}/criterion`, 'members give no scores for it'),
  ];
}

function twice(list: readonly { readonly id: string }[], at: string): readonly ErrorDetail[] {
  return list.flatMap(({ id }, n) =>
    when(list.findIndex((each) => each.id === id) !== n, `${at}/${n}/id`, `${id} is there already`),
  );
}

const fault = (pointer: string, hint: string): ErrorDetail => ({ pointer, hint });
const when = (isWrong: boolean, pointer: string, hint: string): readonly ErrorDetail[] =>
  isWrong ? [fault(pointer, hint)] : [];
