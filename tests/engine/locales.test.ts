// How texts are put into a language: plurals, formats, nesting, escaping, and what a defective text does.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import { demoOperator } from '../../engine/kernel/operator.ts';
import type { TextParams } from '../../engine/kernel/result.ts';
import {
  loadTexts,
  nameOperator,
  plainText,
  renderText,
  type TextProblem,
  type Texts,
} from '../../locales/texts.ts';

const SAMPLE = {
  error: { text: 'placeholder' },
  plain: '<b>{{name}}</b>: {{note}}',
  nested: '{{name}} – $t(sample:direction.{{direction}})',
  direction: { care: 'Care <i>of</i> {{name}}' },
  lonely: 'left {{left, hours}}',
  day: '{{v, day}}',
  dayYear: '{{v, dayYear}}',
  weekday: '{{v, weekday}}',
  dayTime: '{{v, dayTime}}',
  time: '{{v, time}}',
  tenge: '{{v, tenge}}',
  hours: '{{v, hours}}',
  hoursNumber: '{{v, hoursNumber}}',
  percent: '{{v, percent}}',
  bar: '{{v, bar}}',
  region: '{{v, region}}',
  odd: '{{v, shout}}',
};

const PLURALS: Record<Language, object> = {
  kk: { days_one: '{{count}} күн (one)', days_other: '{{count}} күн' },
  ru: {
    days_one: '{{count}} день',
    days_few: '{{count}} дня',
    days_many: '{{count}} дней',
    days_other: '{{count}} дня (дробь)',
  },
  en: { days_one: '{{count}} day', days_other: '{{count}} days' },
};

const directory = mkdtempSync(join(tmpdir(), 'qadam-texts-'));
const problems: TextProblem[] = [];
let texts: Texts;

beforeAll(() => {
  for (const language of languages) {
    mkdirSync(join(directory, language));
    const only = language === 'ru' ? { onlyRussian: 'только здесь' } : {};
    const sample = { ...SAMPLE, ...PLURALS[language], ...only };
    writeFileSync(join(directory, language, 'sample.json'), JSON.stringify(sample));
    writeFileSync(
      join(directory, language, 'common.json'),
      JSON.stringify({ error: { text: 'placeholder' } }),
    );
  }
  texts = loadTexts({ directory, onProblem: (problem) => problems.push(problem) });
});

afterAll(() => rmSync(directory, { recursive: true }));

const say = (key: string, params: TextParams, language: Language): string => {
  problems.length = 0;
  return texts.render({ key: `sample:${key}`, params }, language).replaceAll('\u00a0', ' ');
};

describe('formats', () => {
  it.each<[string, string | number, string, string, string]>([
    ['day', '2026-10-05', '5 қазан', '5 октября', '5 October'],
    ['day', '2026-10-05T20:30:00.000Z', '6 қазан', '6 октября', '6 October'],
    ['dayYear', '2026-10-05', '2026 ж. 5 қазан', '5 октября 2026 г.', '5 October 2026'],
    ['weekday', '2026-10-05', 'дүйсенбі, 5 қазан', 'понедельник, 5 октября', 'Monday, 5 October'],
    ['dayTime', '2026-10-05T18:59:59.000Z', '5 қазан, 23:59', '5 октября, 23:59', '5 October, 23:59'],
    ['time', '2026-10-05T19:00:00.000Z', '00:00', '00:00', '00:00'],
    ['time', '09:30', '09:30', '09:30', '09:30'],
    ['tenge', 20_000, '20 000 ₸', '20 000 ₸', '20,000 ₸'],
    ['hours', 840, '14 сағ', '14 ч', '14 h'],
    ['hours', 150, '2 сағ 30 мин', '2 ч 30 мин', '2 h 30 min'],
    ['hours', 45, '45 мин', '45 мин', '45 min'],
    ['hours', 0, '0 сағ', '0 ч', '0 h'],
    ['hoursNumber', 150, '2,5', '2,5', '2.5'],
    ['percent', 70, '70%', '70 %', '70%'],
    ['bar', 0, '▱▱▱▱▱▱▱▱▱▱', '▱▱▱▱▱▱▱▱▱▱', '▱▱▱▱▱▱▱▱▱▱'],
    ['bar', 1, '▰▱▱▱▱▱▱▱▱▱', '▰▱▱▱▱▱▱▱▱▱', '▰▱▱▱▱▱▱▱▱▱'],
    ['bar', 99, '▰▰▰▰▰▰▰▰▰▱', '▰▰▰▰▰▰▰▰▰▱', '▰▰▰▰▰▰▰▰▰▱'],
    ['bar', 130, '▰▰▰▰▰▰▰▰▰▰', '▰▰▰▰▰▰▰▰▰▰', '▰▰▰▰▰▰▰▰▰▰'],
    ['region', '62', 'Ұлытау облысы', 'Область Ұлытау', 'Ulytau Region'],
  ])('%s of %s', (format, v, kk, ru, en) => {
    expect([say(format, { v }, 'kk'), say(format, { v }, 'ru'), say(format, { v }, 'en')]).toEqual([
      kk,
      ru,
      en,
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps a sum on one line', () => {
    expect(texts.render({ key: 'sample:tenge', params: { v: 1_234_567 } }, 'kk')).not.toContain(' ');
  });

  it.each(['day', 'tenge', 'region', 'odd'])('reports a value or a format that cannot be: %s', (key) => {
    expect(say(key, { v: 'neither' }, 'ru')).toBe('neither');
    expect(problems.map(({ problem }) => problem)).toEqual([
      expect.stringMatching(`^format (${key}|shout): `),
    ]);
  });
});

describe('plurals', () => {
  it.each<[Language, number, string]>([
    ['kk', 1, '1 күн (one)'],
    ['kk', 5, '5 күн'],
    ['ru', 1, '1 день'],
    ['ru', 3, '3 дня'],
    ['ru', 5, '5 дней'],
    ['ru', 21, '21 день'],
    ['ru', 1.5, '1.5 дня (дробь)'],
    ['en', 1, '1 day'],
    ['en', 0, '0 days'],
  ])('%s %d', (language, count, expected) => expect(say('days', { count }, language)).toBe(expected));
});

describe('values of people', () => {
  const name = '<b>A & "B"</b> $t(sample:lonely) {{note}} /x';

  it('are shown as written and cannot become markup, variables or keys', () => {
    const html = say('plain', { name, note: 'n' }, 'en');
    expect(html).toBe(
      '<b>&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt; &#36;t(sample:lonely) &#123;&#123;note}} /x</b>: n',
    );
    expect(problems).toEqual([]);
    expect(texts.plain({ key: 'sample:plain', params: { name, note: 'n' } }, 'en')).toBe(`${name}: n`);
  });

  it('do not switch off nesting of the text itself', () => {
    expect(say('nested', { name: '$t(x)', direction: 'care' }, 'en')).toBe(
      '&#36;t(x) – Care <i>of</i> &#36;t(x)',
    );
    expect(problems).toEqual([]);
  });
});

describe('the operator', () => {
  it('can be named by every text, in the reader’s language, once a process has said who it is', () => {
    const text = { key: 'credit:register.consent' };
    for (const language of languages)
      expect(plainText(text, language)).toMatch(new RegExp(`${demoOperator.bin}.*${demoOperator.contact}`));
    nameOperator({
      name: { kk: 'Үлгі & Ко', ru: 'Образец', en: 'Sample' },
      bin: '000040000009',
      contact: '@sample',
    });
    expect(plainText(text, 'kk')).toContain('Үлгі & Ко, БСН: 000040000009, байланыс: @sample');
    expect(plainText({ key: 'guardian:consent.credit' }, 'ru')).toContain('Образец, БИН 000040000009');
    nameOperator(demoOperator);
  });
});

describe('defects', () => {
  it('a missing key is reported and never taken from another language', () => {
    expect(say('onlyRussian', {}, 'ru')).toBe('только здесь');
    expect(say('onlyRussian', {}, 'kk')).toBe('placeholder');
    expect(problems).toEqual([
      { language: 'kk', key: 'sample:onlyRussian', problem: 'missing key sample:onlyRussian' },
    ]);
    expect(texts.has('sample:onlyRussian', 'ru')).toBe(true);
    expect(texts.has('sample:onlyRussian', 'kk')).toBe(false);
    expect(texts.has('sample:days', 'ru')).toBe(true);
  });

  it('a missing nested key is reported', () => {
    expect(say('nested', { name: 'n', direction: 'unknown' }, 'en')).toBe('n – placeholder');
    expect(problems).toHaveLength(1);
  });

  it.each(['plain', 'lonely'])('a missing variable is reported: %s', (key) => {
    say(key, { name: 'n' }, 'en');
    expect(problems).toHaveLength(1);
  });

  it('a group of texts is no text', () => {
    expect(say('direction', {}, 'en')).not.toContain('care');
    expect(problems).not.toEqual([]);
  });

  it("a parameter under one of i18next's own names is refused", () => {
    expect(say('plain', { name: 'n', note: 'n', lng: 'ru' }, 'kk')).toBe('placeholder');
    expect(problems).toHaveLength(1);
  });

  it('throws in tests', () => {
    expect(() => renderText({ key: 'common:no-such-text' }, 'kk')).toThrow('common:no-such-text');
    expect(() => plainText({ key: 'common:error.bug' }, 'en')).toThrow('reference');
  });
});
