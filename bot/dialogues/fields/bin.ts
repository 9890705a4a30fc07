// An organisation's BIN: twelve digits, however they are grouped.
import { binProblem } from '../../../engine/kernel/iin.ts';
import { text } from '../../../engine/kernel/message.ts';
import { numberTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

export const bin: Field<unknown> = {
  parse(typed) {
    const digits = numberTyped(typed);
    const problem = binProblem(digits);
    if (problem === null) return { value: digits };
    return { problem: text(`common:reason.bin-${problem}`, { length: digits.length }) };
  },
};
