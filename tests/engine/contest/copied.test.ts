// The same text in two fields is noticed, however it was touched up; three translations of one story are none.
import { expect, it } from 'vitest';
import { copiedTexts } from '../../../engine/programmes/contest/packages/copied-texts.ts';
import { firstWords, wholeInAll } from '../../support/contest/texts.ts';

const found = (change: Partial<typeof wholeInAll>) =>
  copiedTexts({ ...wholeInAll, ...change }).map(({ params }) =>
    [params?.one, params?.other].map((each) => String(each).split('.').at(-1)).join('-'),
  );

it('C-30: takes three translations', () => expect(found({})).toEqual([]));

it('C-30: takes fields that are empty yet', () => expect(found({ ru: '', en: '' })).toEqual([]));

it.each([
  ['the same text', { ru: wholeInAll.kk }, ['kk-ru']],
  ['the same text in all three', { ru: wholeInAll.kk, en: wholeInAll.kk }, ['kk-ru', 'kk-en', 'ru-en']],
  ['the same in capitals', { en: wholeInAll.ru.toUpperCase() }, ['ru-en']],
  ['the same without its commas', { en: wholeInAll.ru.replaceAll(',', '') }, ['ru-en']],
  [
    'the same with a word changed here and there',
    { en: wholeInAll.ru.replaceAll('колледж', 'лицей') },
    ['ru-en'],
  ],
  ['its first half', { en: firstWords('ru', 130) }, ['ru-en']],
  ['an own beginning, then the other’s text', { ru: `${firstWords('ru', 60)}. ${wholeInAll.kk}` }, ['kk-ru']],
] as const)('C-30: notices %s', (_, change, pairs) => expect(found(change)).toEqual(pairs));
