// A time of day: «14:00», «9.30», «14-00», «14 ч 30», «14», «2 pm».
import { isLocalTime } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import { foldTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field } from '../../dialogue/steps/ask.ts';
import { clockOf, HOURS, MINUTES, oneOf } from './clock-words.ts';

const ONE_TIME = new RegExp(
  `^(?:${oneOf('в', 'at', 'сағат')} ?)?(\\d{1,2})(?: ?(?:[:. -]|${HOURS}\\.?) ?(\\d{2}))?(?: ?(am|pm|${HOURS}|${MINUTES}))?\\.?$`,
  'u',
);
const FOUR_FIGURES = /^(\d{2})(\d{2})$/u;

/** The value is `HH:MM`. */
export const timeOfDay: Field<unknown> = {
  parse(typed) {
    const plain = foldTyped(typed);
    const found = ONE_TIME.exec(plain) ?? FOUR_FIGURES.exec(plain);
    if (!found) return { problem: text('common:field.time.one-unreadable') };
    const [, hour, minute, half] = found;
    const value = clockOf(hour, minute, /^[ap]m$/u.test(half ?? '') ? half : '');
    return isLocalTime(value) ? { value } : { problem: text('common:field.time.no-such-time') };
  },
};
