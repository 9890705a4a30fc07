// A story is written down as it is played, in any language, up to the chapter that was asked for.
import { expect, it } from 'vitest';
import { languages } from '../../engine/kernel/languages.ts';
import { withTiny } from '../tiny/registry.ts';
import { askedFor } from './asked.ts';
import { storyOf } from './story.ts';
import { tell } from './tell.ts';

async function told(...args: readonly string[]) {
  const lines: string[] = [];
  const asked = await askedFor(args, withTiny);
  await tell(asked, { programmes: withTiny, write: (line) => lines.push(line) });
  return lines;
}

it.each([
  ['kk', 'Серуенші → Qadam', '[Серуенге қосылу]', '2026 ж. 5 қазан'],
  ['ru', 'Участник прогулки → Qadam', '[Присоединиться к прогулке]', '5 октября'],
  ['en', 'Walker → Qadam', '[Join the walk]', '5 October'],
] as const)(
  'in %s: who says what to whom, buttons in brackets, the day, the result',
  async (language, speaker, button, day) => {
    expect(languages).toContain(language);
    const lines = await told('tiny', '--language', language);
    const text = lines.join('\n');
    expect(lines.map((line) => line.trim()).filter((line) => line.startsWith('#'))).toEqual([
      '# joining',
      '# walk',
    ]);
    expect(text).toContain(`11:00  ${speaker}\n       /start\n`);
    expect(text).toContain(`       ▸ ${button}\n`);
    expect(text).toContain(`══ ${day}`);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ programme: 'tiny', walks: 1 });
  },
);

it('writes the chapter that was asked for, and plays what comes before it', async () => {
  const lines = await told('tiny', 'walk', '--language', 'en');
  expect(lines.join('\n')).not.toContain('What is your name?');
  expect(lines.join('\n')).toContain('/status');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ programme: 'tiny', walks: 1 });
});

it('ends with the last message where it does not go as told', async () => {
  const story = storyOf({
    people: {},
    open: async (world) => world.person('walker', 'participant', 'en'),
    chapters: {
      lost: async (_world, walker) => {
        await walker.say('/start');
        await walker.hears('common:welcome.greeting');
        await walker.tap('Fly away');
      },
    },
    outcome: async () => ({}),
  });
  const asked = { programme: 'tiny', story, chapter: null, language: 'en' } as const;
  const lines: string[] = [];
  await expect(tell(asked, { programmes: withTiny, write: (line) => lines.push(line) })).rejects.toThrow(
    /no button Fly away among [\s\S]*English[\s\S]*under «[\s\S]*choose a language/,
  );
  expect(lines.join('\n')).not.toContain('"programme"');
});
