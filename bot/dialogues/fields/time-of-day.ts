// A time of day: «14:00», «9.30», «14».
import { isLocalTime } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

/** The value is `HH:MM`. */
export const timeOfDay: Field<unknown> = {
  parse(typed) {
    const [whole, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.\s-](\d{2}))?$/u.exec(typed) ?? [];
    if (whole === undefined) return { problem: text('common:field.time.one-unreadable') };
    const value = `${hour.padStart(2, '0')}:${minute}`;
    return isLocalTime(value) ? { value } : { problem: text('common:field.time.no-such-time') };
  },
};
