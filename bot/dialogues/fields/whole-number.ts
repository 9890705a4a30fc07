// A whole number within limits, e.g. places of a project.
import { text } from '../../../engine/kernel/message.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

export interface NumberLimits {
  readonly least: number;
  readonly most: number;
}

export const wholeNumber = ({ least, most }: NumberLimits): Field<unknown> => ({
  parse(typed) {
    const digits = typed.replace(/\s/gu, '');
    if (!/^-?\d{1,12}$/u.test(digits)) return { problem: text('common:field.number.digits') };
    const value = Number(digits);
    if (value < least || value > most) return { problem: text('common:field.number.range', { least, most }) };
    return { value };
  },
});
