// The operator sets the ceremony of the year: town, day in December, time, venue.

import { type Text, text } from '../../../../engine/kernel/message.ts';
import { regions } from '../../../../engine/kernel/regions.ts';
import { placeOf, setCeremony } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { askAgain, call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { freeText } from '../../fields/free-text.ts';
import { timeOfDay } from '../../fields/time-of-day.ts';
import { type AwardTalk, button, ending } from './award-talk.ts';

const townText = (region: string): Text => ({
  ...text('badge-award:ceremony.town'),
  words: placeOf(region) ?? { kk: '', ru: '', en: '' },
});

const towns: readonly Option[] = regions.map(({ code }) => ({ value: code, label: townText(code) }));

export const ceremony: Dialogue<EngineContext> = dialogue('badge.ceremony', { version: 1 }, [
  choose('town', towns, 'badge-award:ceremony.which-town', { columns: 2 }),
  ask('day', civilDate('future'), 'badge-award:ceremony.which-day'),
  ask('time', timeOfDay, 'badge-award:ceremony.which-time'),
  ask('venue', freeText({ least: 3, most: 200 }), 'badge-award:ceremony.which-venue'),
  review(
    'review',
    'badge-award:ceremony.review',
    ({ draft, language }) => ({
      town: placeOf(answer(draft, 'town'))?.[language] ?? '',
      ...{ on: answer(draft, 'day'), time: answer(draft, 'time'), venue: answer(draft, 'venue') },
    }),
    {
      button: 'badge-award:button.set-now',
      change: ['town', 'day', 'time', 'venue'].map((step) => ({ step, label: `badge-award:change.${step}` })),
    },
  ),
  call(
    'set',
    ({ env, command, draft }: AwardTalk) =>
      setCeremony(env, command('set'), {
        region: answer(draft, 'town'),
        ...{ on: answer(draft, 'day'), time: answer(draft, 'time'), venue: answer(draft, 'venue') },
      }),
    {
      ok: () => ending('ceremony.set', undefined, button('commission', 'badge.commission')),
      refused: askAgain('day'),
    },
  ),
]);
