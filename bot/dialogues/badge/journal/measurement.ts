// What was reached in a test of sport: seconds, metres, times. A point or a comma parts the tenths.
import { text } from '../../../../engine/kernel/message.ts';
import { foldTyped } from '../../../../engine/kernel/typed-text.ts';
import type { Field } from '../../../dialogue/steps/ask.ts';

/** Minutes and seconds, too: «5:30» is 330 seconds. */
export const measurement: Field<unknown> = {
  parse(typed) {
    const written = foldTyped(typed).trim();
    const [, minutes, seconds] = /^(\d{1,2}):([0-5]\d)$/u.exec(written) ?? [];
    if (minutes !== undefined && seconds !== undefined)
      return { value: Number(minutes) * 60 + Number(seconds) };
    const figure = /^(\d{1,5}(?:[.,]\d{1,2})?)(?: ?\p{L}{0,12}\.?)?$/u.exec(written)?.[1];
    const value = Number(figure?.replace(',', '.'));
    return figure !== undefined && value > 0
      ? { value }
      : { problem: text('badge-journal:write.value-unreadable') };
  },
};
