// The sport standards by which somebody is measured: everybody's, or the operator's adapted ones (B-34).
import { localDate } from '../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import { type Participation, standardsFor } from '../../../engine/programmes/badge/programme.ts';
import type { BadgeTalk } from './talk.ts';

export async function standardTexts(
  { env, now, language }: BadgeTalk,
  { level, profile }: Pick<Participation, 'level' | 'profile'>,
): Promise<readonly Text[]> {
  const found = await standardsFor(env, { level, profile, on: localDate(now) });
  if (found.length === 0) return [];
  const lines = found.map((each) =>
    text('badge:card.standard', {
      ...{ name: each[language], bound: each.bound, value: each.value, unit: each.unit },
    }),
  );
  return [text('badge:card.profile', { profile }), ...lines];
}
