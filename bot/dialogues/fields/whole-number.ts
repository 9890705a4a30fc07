// A whole number within limits, e.g. places of a project: «10», «1 000», «10 мест», «20 000 ₸».
import { text } from '../../../engine/kernel/message.ts';
import { foldTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

export interface NumberLimits {
  readonly least: number;
  readonly most: number;
}

/** What is counted may be written behind the number; «тысяч» may not, for it counts itself. */
const COUNTED = ['₸', 'тг', 'тенге', 'теңге', 'kzt', 'tenge']
  .concat(['шт', 'чел', 'человек', 'человека', 'мест', 'место', 'места', 'орын', 'адам'])
  .concat(['people', 'person', 'place', 'places', 'seat', 'seats'])
  .map(foldTyped);
const GROUPED = /^-?\d{1,3}(?:[ ,.']\d{3})+$/u;

export const wholeNumber = ({ least, most }: NumberLimits): Field<unknown> => ({
  parse(typed) {
    const written = withoutCounted(foldTyped(typed));
    const digits = GROUPED.test(written) ? written.replace(/[ ,.']/gu, '') : written.replace(/ /gu, '');
    if (/^-?\d+[.,]\d+$/u.test(digits)) return { problem: text('common:field.number.whole') };
    if (!/^-?\d{1,12}$/u.test(digits)) return { problem: text('common:field.number.digits') };
    const value = Number(digits);
    if (value < least || value > most) return { problem: text('common:field.number.range', { least, most }) };
    return { value };
  },
});

function withoutCounted(written: string): string {
  const [, number = '', word = ''] = /^([-\d ,.']+?) ?([\p{L}₸]+)\.?$/u.exec(written) ?? [];
  return COUNTED.includes(word) ? number : written;
}
