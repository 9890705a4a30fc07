// The operator as OPERATOR_NAME, OPERATOR_BIN and OPERATOR_CONTACT give it. Read by configuration.ts, demanded of every
// process that speaks to people about real data: a consent has to name who processes it (Law 94-V, article 8).
import { binProblem } from '../kernel/iin.ts';
import { demoOperator, type Operator } from '../kernel/operator.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { Environment } from './variables.ts';

type Given = Pick<Environment, 'OPERATOR_NAME' | 'OPERATOR_BIN' | 'OPERATOR_CONTACT'>;

/** `undefined` where nothing, or not everything, is given. */
export function operatorFrom(given: Given): Operator | undefined {
  const { OPERATOR_NAME: names, OPERATOR_BIN: bin, OPERATOR_CONTACT: contact } = given;
  if (names === undefined || bin === undefined || contact === undefined) return undefined;
  const [kk = names, ru = kk, en = ru] = names.split('|').map((name) => name.trim());
  return { name: { kk, ru, en }, bin, contact };
}

/** The variables from which {@link operatorFrom} reads the same operator again. */
export const operatorVariables = (operator: Operator | undefined): Required<Given> => ({
  OPERATOR_NAME: operator ? [operator.name.kk, operator.name.ru, operator.name.en].join(' | ') : '',
  OPERATOR_BIN: operator?.bin ?? '',
  OPERATOR_CONTACT: operator?.contact ?? '',
});

/** What the shape of the variables cannot say: all three or none, and a BIN that can be one. */
export function operatorProblems(given: Readonly<Record<string, string>>): string[] {
  const names = ['OPERATOR_NAME', 'OPERATOR_BIN', 'OPERATOR_CONTACT'];
  const lacking = names.filter((name) => given[name] === undefined);
  const apart =
    lacking.length > 0 && lacking.length < names.length
      ? [
          `${lacking.join(' and ')} is missing: the operator has a name, a BIN and a contact, or none of them.`,
        ]
      : [];
  const bin = given.OPERATOR_BIN;
  const isWrong = bin !== undefined && /^\d{12}$/.test(bin) && binProblem(bin) !== null;
  return isWrong
    ? [...apart, `OPERATOR_BIN is ${bin}, but must be a BIN: its check digit does not match.`]
    : apart;
}

/** @throws ConfigurationError where real data has no operator; the demo has a fictional one. */
export function requireOperator(operator: Operator | undefined, demo: boolean): Operator {
  if (operator) return operator;
  if (demo) return demoOperator;
  throw new ConfigurationError(
    'OPERATOR_NAME, OPERATOR_BIN and OPERATOR_CONTACT are missing: the consent that people give names who processes their data.',
  );
}
