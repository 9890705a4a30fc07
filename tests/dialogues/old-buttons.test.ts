// Words that name a button are read as they are meant now: a button of yesterday carries yesterday's answer, words do not.
import { expect, it } from 'vitest';
import { ask } from '../../bot/dialogue/steps/ask.ts';
import { choose } from '../../bot/dialogue/steps/choose.ts';
import type { Talk } from '../../bot/dialogue/talk.ts';
import { civilDate } from '../../bot/dialogues/fields/civil-date.ts';
import { text } from '../../engine/kernel/message.ts';
import { plainText } from '../../locales/texts.ts';

const talk = { now: new Date('2026-11-30T09:00:00Z'), draft: {} } as unknown as Talk<unknown>;
const label = (each: ReturnType<typeof text>) => plainText(each, 'kk');
const day = ask('day', civilDate('past'), 'key');
const tapped = { kind: 'tap', data: '', message: '1', interaction: 'tap' } as const;

it('«кеше» under the buttons of another day is yesterday', async () => {
  const typed = { kind: 'text', text: 'кеше' } as const;
  expect(await day.take(talk, typed, '2026-11-20', label)).toEqual({ kind: 'answer', value: '2026-11-29' });
  expect(await day.take(talk, tapped, '2026-11-20', label)).toMatchObject({
    problem: { key: 'common:dialogue.option-gone' },
  });
});

it('a choice that is offered under another value is that choice', async () => {
  const options = [{ value: 'new', label: text('common:day.today') }];
  const step = choose<unknown>('which', options, 'key');
  const typed = { kind: 'text', text: 'бүгін' } as const;
  expect(await step.take(talk, typed, 'old', label)).toEqual({ kind: 'answer', value: 'new' });
  expect(await step.take(talk, tapped, 'old', label)).toMatchObject({ kind: 'again' });
});
