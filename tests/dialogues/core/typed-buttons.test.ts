// Typed words that name a button are that button; whatever else is typed decides nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../bot/dialogue/session.ts';
import { buttonNamed, controlNamed } from '../../../bot/dialogue/typed-label.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import type { Text } from '../../../engine/kernel/message.ts';
import { wordsTyped } from '../../../engine/kernel/typed-text.ts';
import { plainText } from '../../../locales/texts.ts';
import { type Bare, openBare } from './bare.ts';

const labelsOf = (label: Text) => languages.map((language) => plainText(label, language));

/** What somebody does on the way to a question: taps by place, words, photos. */
type Act = { readonly tap: number } | { readonly say: string } | { readonly photo: true };

const acts: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.nat(7).map((tap) => ({ tap })), weight: 5 },
  { arbitrary: fc.constantFrom('Мыли окна', 'слово', 'Тараз').map((said) => ({ say: said })), weight: 3 },
  { arbitrary: fc.constant({ photo: true } as const), weight: 1 },
);

const buttonsOf = (bare: Bare) => bare.session().shown?.buttons ?? [];

/** A button that decides; the walks leave these alone. */
const isDeciding = (data = ''): boolean => data.endsWith(':yes') || data.startsWith('go:at-once');

async function walk(bare: Bare, way: readonly Act[]): Promise<void> {
  await bare.chat.say('/menu');
  for (const act of way) {
    if ('say' in act) await bare.chat.say(act.say);
    else if ('photo' in act) await bare.chat.sendPhoto();
    else {
      const buttons = buttonsOf(bare).filter(({ data }) => !isDeciding(data));
      const data = buttons[act.tap % Math.max(1, buttons.length)]?.data;
      if (data) await bare.chat.tapRaw(data);
    }
  }
}

/** Where a chat stands, but for the tag, which is a new one in each run. */
const standing = ({ flow, parked }: Session) =>
  JSON.stringify([flow, ...parked]).replace(/"tag":"[^"]+"/gu, '');

const settings = { seed: 17, numRuns: 60 } as const;

describe('typed words', () => {
  it.each([
    ...['отмена', 'Отмена.', 'ОТМЕНА!', '/отмена', 'болдырмау', 'Болдырмау', 'cancel', 'Cancel…'].map(
      (typed) => [typed, 'cancel'] as const,
    ),
    ...['назад', 'Артқа', 'back', ' Назад '].map((typed) => [typed, 'back'] as const),
    ...['пропустить', 'өткізіп жіберу', 'Skip'].map((typed) => [typed, 'skip'] as const),
    ...['готово', 'Готово!', 'дайын', 'DONE'].map((typed) => [typed, 'done'] as const),
  ])('%s is a control', (typed, control) => {
    expect(controlNamed(typed, labelsOf)).toBe(control);
  });

  it.each(['отмена занятий', 'назад в школу', '', '!!!', 'ㅤ'])('%j is none', (typed) => {
    expect(controlNamed(typed, labelsOf)).toBeNull();
  });

  it('fold case, punctuation, emoji and full-width letters', () => {
    expect(wordsTyped('✅ Выплачено')).toBe(wordsTyped('ВЫПЛАЧЕНО.'));
    expect(wordsTyped('Ｃａｎｃｅｌ')).toBe('cancel');
  });

  it('that fit two different buttons are neither', () => {
    const label = { key: 'common:button.menu' };
    const shown = [
      { label, data: 'go:a:' },
      { label, data: 'go:b:' },
    ];
    expect(buttonNamed('Меню', shown, labelsOf)).toBeNull();
    expect(buttonNamed('Меню', shown.slice(0, 1), labelsOf)).toEqual(shown[0]);
  });

  it('do what the button does, for every button at every question and in every language', async () => {
    const way = fc.array(acts, { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(way, fc.nat(20), fc.constantFrom(...languages), async (acted, which, language) => {
        const bare = openBare(0);
        await walk(bare, acted);
        const before = bare.session();
        const buttons = buttonsOf(bare);
        const button = buttons[which % Math.max(1, buttons.length)];
        if (!button?.data) return;
        await bare.chat.tapRaw(button.data);
        const tapped = [standing(bare.session()), bare.chat.keys, bare.decided.splice(0)];
        bare.restore(before);
        await bare.chat.say(`${plainText(button.label, language)}.`);
        expect([standing(bare.session()), bare.chat.keys, bare.decided.splice(0)]).toEqual(tapped);
      }),
      settings,
    );
  });

  it('decide nothing when they name no button, at any question', async () => {
    const junk = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.constantFrom('1', '2', 'да', 'ок', '+', 'yes', '/done', '/skip', 'готово', 'пропустить', 'отмена'),
    );
    const way = fc.array(acts, { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(way, fc.array(junk, { minLength: 1, maxLength: 4 }), async (acted, typed) => {
        const bare = openBare(0);
        await walk(bare, acted);
        for (const each of typed) {
          const named = buttonNamed(each, buttonsOf(bare), labelsOf);
          if (!isDeciding(named?.data)) await bare.chat.say(each);
        }
        expect(bare.decided).toEqual([]);
      }),
      settings,
    );
  });
});

describe('at a question for words', () => {
  it.each(['пропустить', 'Готово', 'назад', '/skip', '/done', '/назад'])(
    '«%s» is no answer where nothing like it is offered',
    async (typed) => {
      const bare = openBare();
      await bare.chat.say('/menu');
      await bare.chat.tap('short');
      await bare.chat.say(typed);
      expect(bare.chat.keys[0]).toBe('common:dialogue.not-here');
      expect(bare.session().flow).toMatchObject({ step: 'words', draft: {} });
    },
  );

  it.each(['отмена', 'Отмена.', 'болдырмау', 'cancel', '/отмена', '/cancel'])(
    '«%s» ends it, and nothing was decided',
    async (typed) => {
      const bare = openBare();
      await bare.chat.say('/menu');
      await bare.chat.tap('short');
      await bare.chat.say(typed);
      expect(bare.chat.keys[0]).toBe('common:dialogue.cancelled');
      expect(bare.session()).toMatchObject({ flow: null, parked: [] });
      expect(bare.decided).toEqual([]);
    },
  );
});
