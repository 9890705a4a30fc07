// What is to be said of a plan: a fault keeps it from being sent, a warning does not. The text `grant:finding.<code>` says what
// to do about it.
import type { TextParams } from '../../../../kernel/result.ts';

export interface Finding {
  readonly level: 'fault' | 'warning';
  readonly code: string;
  /** JSON pointer into the plan. */
  readonly pointer: string;
  readonly params: TextParams;
}

export const fault = (code: string, pointer: string, params: TextParams = {}): Finding => ({
  ...{ level: 'fault', code, pointer, params },
});

export const warning = (code: string, pointer: string, params: TextParams = {}): Finding => ({
  ...{ level: 'warning', code, pointer, params },
});

export const faultsIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ level }) => level === 'fault');

export const warningsIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ level }) => level === 'warning');
