// A telephone number of Kazakhstan, however it is written; kept as +7 and ten digits.
import { text } from '../../../engine/kernel/message.ts';
import { foldTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

const DIGITS = 11;
/** «тел.: », «phone: » before the number. */
const NAME = /^\p{L}{3,8}[.:]{0,2} ?(?=[+\d(])/u;

export const phone: Field<unknown> = {
  parse(typed) {
    const written = foldTyped(typed).replace(NAME, '');
    if (!/^[+\d ()./-]+$/u.test(written)) return { problem: text('common:field.phone.characters') };
    const digits = written.replace(/\D/gu, '').replace(/^00(?=7)/u, '');
    // Ten digits: someone left the leading 8 out.
    const whole = /^[67]\d{9}$/u.test(digits) ? `7${digits}` : digits;
    if (whole.length !== DIGITS)
      return { problem: text('common:field.phone.length', { length: digits.length, need: DIGITS }) };
    return /^[78][67]/u.test(whole)
      ? { value: `+7${whole.slice(1)}` }
      : { problem: text('common:field.phone.country') };
  },
};
