// A choice is typed by its name or a beginning that no other has, whatever page it stands on; never by an unseen number.
import { describe, expect, it } from 'vitest';
import type { InputStep } from '../../bot/dialogue/step.ts';
import { ask, type Field } from '../../bot/dialogue/steps/ask.ts';
import { choose, type Option } from '../../bot/dialogue/steps/choose.ts';
import { chooseSeveral } from '../../bot/dialogue/steps/choose-several.ts';
import type { Talk } from '../../bot/dialogue/talk.ts';
import { civilDate } from '../../bot/dialogues/fields/civil-date.ts';
import { freeText } from '../../bot/dialogues/fields/free-text.ts';
import { languages } from '../../engine/kernel/languages.ts';
import { text } from '../../engine/kernel/message.ts';
import { regions } from '../../engine/kernel/regions.ts';
import { plainText } from '../../locales/texts.ts';

const talk = { now: new Date('2026-11-30T09:00:00Z'), draft: {} } as unknown as Talk<unknown>;
const option = (value: string, name: string): Option => ({ value, label: text(name) });
const named = (...names: readonly string[]): readonly Option[] => names.map((name) => option(name, name));

/** Labels are their own keys here. */
async function type(step: InputStep<unknown>, typed: string): Promise<unknown> {
  const taken = await step.take(talk, { kind: 'text', text: typed }, null, ({ key }) => key);
  return taken.kind === 'again'
    ? `!${taken.problem.key.split('.').at(-1)}`
    : 'value' in taken
      ? taken.value
      : null;
}

const oneOf = (...names: readonly string[]) => choose<unknown>('which', named(...names), 'key');

describe('one of several', () => {
  const many = oneOf(
    ...Array.from({ length: 20 }, (_, n) => `Үлгі ${n + 1}`),
    '🏛 Мысал университеті',
    '20 часов',
  );
  it.each([
    ['Үлгі 17', 'Үлгі 17'],
    ['үлгі  17.', 'Үлгі 17'],
    ['улги 17', 'Үлгі 17'],
    ['мысал', '🏛 Мысал университеті'],
    ['Мысал\u00a0унив', '🏛 Мысал университеті'],
    ['20', '20 часов'],
    ['Үлгі', '!several-like-that'],
    ['2', '!choose-a-button'],
    ['мы', '!choose-a-button'],
    ['\u3164', '!choose-a-button'],
    ['❓', '!choose-a-button'],
    ['университеті', '🏛 Мысал университеті'],
    ['часов', '20 часов'],
    ['верситеті', '!choose-a-button'],
  ])('%s', async (typed, value) => expect(await type(many, typed)).toBe(value));

  it('takes a number where it stands on the button', async () => {
    const listed = oneOf('1. Үлгі', '2. Мысал', '12. Белгі');
    expect(await type(listed, '2')).toBe('2. Мысал');
    expect(await type(listed, '1')).toBe('1. Үлгі');
    expect(await type(listed, '3')).toBe('!choose-a-button');
  });

  it('takes words inside a name that no other has', async () => {
    const cities = oneOf(
      'Северо-Казахстанская область',
      'Южно-Казахстанская область',
      'город Алматы · 11 мест',
    );
    expect(await type(cities, 'алматы')).toBe('город Алматы · 11 мест');
    expect(await type(cities, 'область')).toBe('!several-like-that');
    expect(await type(cities, 'мест')).toBe('!choose-a-button');
  });

  it('takes the whole name before a longer one', async () =>
    expect(await type(oneOf('Алматы облысы', 'Алматы'), 'алматы')).toBe('Алматы'));

  it('takes no beginning for a decision that stands alone', async () => {
    expect(await type(oneOf('✅ Выплачено'), 'выпл')).toBe('!choose-a-button');
    expect(await type(oneOf('✅ Выплачено'), 'выплачено')).toBe('✅ Выплачено');
  });

  it('takes the name of a single one without what is told about it', async () => {
    const only = oneOf('Ақсақалмен әңгіме · 11 мест');
    expect(await type(only, 'ақсақалмен әңгіме')).toBe('Ақсақалмен әңгіме · 11 мест');
    expect(await type(only, 'ақсақалмен')).toBe('!choose-a-button');
  });

  it.each(languages)('any region by its name in %s, and names those that begin alike', async (language) => {
    const step = choose<unknown>(
      'region',
      regions.map(({ code }) => ({ value: code, label: text('r', { code }) })),
      'k',
    );
    const label = ({ params }: Option['label']) =>
      String(regions.find((each) => each.code === params?.code)?.[language]);
    for (const region of regions)
      expect(
        await step.take(talk, { kind: 'text', text: region[language].toUpperCase() }, null, label),
      ).toEqual({
        kind: 'answer',
        value: region.code,
      });
  });
});

it('several are typed with commas or lines, all known or none', async () => {
  const step = chooseSeveral<unknown>('which', named('Қарттар', 'Балалар', 'Экология'), 'key', {
    chosen: 'c',
    none: 'n',
  });
  expect(await type(step, 'экология, карттар')).toEqual(['Қарттар', 'Экология']);
  expect(await type(step, 'бал\nэко')).toEqual(['Балалар', 'Экология']);
  expect(await type(step, 'экология, спорт')).toBe('!choose-a-button');
  expect(await type(step, '1, 2')).toBe('!choose-a-button');
});

describe('a question that wants words', () => {
  const asked = (field: Field<unknown>) => ask<unknown>('q', field, 'key');
  it.each(['\u3164'.repeat(60), '\u2800'.repeat(12), '\u200b\u200e', '\ufe0f\u{e0041}'])(
    'takes nothing that cannot be seen: %j',
    async (typed) =>
      expect(await type(asked(freeText({ least: 1, most: 99 })), typed)).toBe('!nothing-visible'),
  );

  it('keeps the words clean', async () =>
    expect(await type(asked(freeText({ least: 1, most: 99 })), '\u202aКітап\u00a0оқыдым\u200b\u202c')).toBe(
      'Кітап оқыдым',
    ));

  it.each(languages)('reads its own buttons as typed in %s', async (language) => {
    const step = asked(civilDate('past'));
    for (const [key, date] of [
      ['today', '2026-11-30'],
      ['yesterday', '2026-11-29'],
    ] as const) {
      const typed = `${plainText(text(`common:day.${key}`), language).toLowerCase()}.`;
      const taken = await step.take(talk, { kind: 'text', text: typed }, null, (label) =>
        plainText(label, language),
      );
      expect(taken).toEqual({ kind: 'answer', value: date });
    }
  });
});
