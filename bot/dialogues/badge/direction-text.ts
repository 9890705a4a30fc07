// One direction of a participation in a line: its form, what exactly, its provider, whether it is mandatory or the longer one.
import { type Text, text } from '../../../engine/kernel/message.ts';
import { type Participation, providers } from '../../../engine/programmes/badge/programme.ts';
import { entryOf } from '../../../engine/reference/entries.ts';
import type { BadgeTalk } from './talk.ts';

type Taken = Participation['directions'][number];

export async function directionText(
  { env, language }: BadgeTalk,
  { direction, form, activity, provider, mandatory }: Taken,
  longer: Participation['longer'],
): Promise<Text> {
  const mark = longer === direction ? 'longer' : mandatory ? 'mandatory' : 'chosen';
  if (provider !== null) {
    const found = await entryOf(env, providers, provider).catch(() => null);
    return text('badge:card.direction.provided', { direction, mark, name: found?.entry[language] ?? '—' });
  }
  if (form !== null && activity !== '')
    return text('badge:card.direction.formed', { direction, mark, form, activity });
  if (form !== null) return text('badge:card.direction.form-only', { direction, mark, form });
  if (activity !== '') return text('badge:card.direction.named', { direction, mark, activity });
  return text('badge:card.direction.bare', { direction, mark });
}
