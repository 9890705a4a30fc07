// A telephone number of Kazakhstan, however it is written; kept as +7 and ten digits.
import { text } from '../../../engine/kernel/message.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

const DIGITS = 11;

export const phone: Field<unknown> = {
  parse(typed) {
    if (!/^[+\d\s().-]+$/u.test(typed)) return { problem: text('common:field.phone.characters') };
    const digits = typed.replace(/\D/gu, '');
    // Ten digits: someone left the leading 8 out.
    const whole = digits.length === DIGITS - 1 ? `7${digits}` : digits;
    if (whole.length !== DIGITS)
      return { problem: text('common:field.phone.length', { length: digits.length, need: DIGITS }) };
    return /^[78][67]/u.test(whole)
      ? { value: `+7${whole.slice(1)}` }
      : { problem: text('common:field.phone.country') };
  },
};
