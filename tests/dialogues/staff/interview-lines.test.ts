// Lines of interview times are read as people write them, and as Qadam lists them.
import { expect, it } from 'vitest';
import type { Talk } from '../../../bot/dialogue/talk.ts';
import { interviewTimes } from '../../../bot/dialogues/credit/staff/interview-times.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { plainText } from '../../../locales/texts.ts';

const talk = { now: new Date('2026-10-04T20:00:00Z'), draft: {} } as unknown as Talk<EngineContext>;

async function read(typed: string): Promise<unknown> {
  const taken = await interviewTimes('slots').take(
    talk,
    { kind: 'text', text: typed },
    null,
    ({ key }) => key,
  );
  return taken.kind === 'more' ? taken.value : taken.kind;
}

it.each([
  '07.10 14:00 5',
  '7 октября 14:00 5',
  '7 қазан, 14:00, 5 орын',
  '• 7 October, 14:00 – 5 places',
  '07\u201110\u00a014\u201100\u00a05',
  'среда 14.00 5 человек',
  '07.10.2026; 14:00; 5',
])('«%s»', async (typed) => expect(await read(typed)).toEqual(['2026-10-07T09:00:00.000Z/5']));

it.each(languages)('as it is listed in %s', async (language) => {
  const at = '2026-10-07T09:00:00.000Z';
  const line = plainText(text('credit-staff:project.slot-line', { at, capacity: 5 }), language);
  expect(await read(`${line}\n\n${line.replace('14:00', '15:00')}`)).toEqual([
    `${at}/5`,
    `${at.replace('09', '10')}/5`,
  ]);
});

it.each(['07.10 14:00', 'завтра', '5', '\u3164\u3164', '07.10 14:00 пять'])('not «%s»', async (typed) =>
  expect(await read(typed)).not.toBeInstanceOf(Array),
);
