// How long something took: «2,5», «2ч30», «2 ч 30 мин», «2:30», «90 мин», «полтора часа». A bare figure is hours.
import { text } from '../../../engine/kernel/message.ts';
import { foldTyped } from '../../../engine/kernel/typed-text.ts';
import type { Field } from '../../dialogue/steps/ask.ts';
import { HOURS, MINUTES, oneOf } from './clock-words.ts';

export interface DurationLimits {
  /** Minutes. */
  readonly least: number;
  readonly most: number;
}

/** The value is a number of minutes. */
export const duration = ({ least, most }: DurationLimits): Field<unknown> => ({
  parse(typed) {
    const minutes = minutesIn(typed);
    if (minutes === null) return { problem: text('common:field.hours.unreadable') };
    if (minutes < least || minutes > most)
      return { problem: text('common:field.hours.range', { least, most }) };
    return { value: minutes };
  },
});

const IN_HOURS = new RegExp(`^(\\d{1,3}(?:[.,]\\d{1,2})?) ?${HOURS}?\\.?$`, 'u');
const IN_MINUTES = new RegExp(`^(\\d{1,4}) ?${MINUTES}\\.?$`, 'u');
const IN_BOTH = new RegExp(
  `^(\\d{1,3}) ?(?::|${HOURS}\\.?(?: ?,)?(?: (?:и|and))?) ?([0-5]?\\d)(?: ?${MINUTES})?\\.?$`,
  'u',
);
const AND_A_HALF = new RegExp(
  `^(\\d{1,3}) ?${oneOf('с половиной', 'жарым', 'жарты', 'and a half')}(?: ?${HOURS})?$`,
  'u',
);
const IN_WORDS: ReadonlyMap<string, number> = new Map(
  (
    [
      [['полчаса', 'пол часа', 'жарты сағат', 'half an hour'], 30],
      [['час', 'один час', 'сағат', 'бір сағат', 'an hour', 'one hour'], 60],
      [['полтора часа', 'бір жарым сағат', 'an hour and a half', 'one and a half hours'], 90],
    ] as const
  ).flatMap(([words, minutes]) => words.map((each) => [foldTyped(each), minutes] as const)),
);

/** @returns null for what is no duration */
export function minutesIn(typed: string): number | null {
  const plain = foldTyped(typed);
  const inWords = IN_WORDS.get(plain);
  if (inWords !== undefined) return inWords;
  const [, hours] = IN_HOURS.exec(plain) ?? [];
  if (hours !== undefined) return Math.round(Number(hours.replace(',', '.')) * 60);
  const [, minutes] = IN_MINUTES.exec(plain) ?? [];
  if (minutes !== undefined) return Number(minutes);
  const [, whole, rest] = IN_BOTH.exec(plain) ?? [];
  if (whole !== undefined) return Number(whole) * 60 + Number(rest);
  const [, halved] = AND_A_HALF.exec(plain) ?? [];
  return halved === undefined ? null : Number(halved) * 60 + 30;
}
