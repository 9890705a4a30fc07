// The participant's own journal: the newest entries, how each stands, and a way to write again what was returned.

import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import { demandingStates, type Entry, journalOf } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { button, ending } from './active.ts';
import { journaledOf } from './progress.ts';

const SHOWN = 12;
const AGAIN = 4;

export const entriesList: Dialogue<EngineContext> = dialogue('badge.entries', { version: 1 }, [
  say('show', async (talk) => {
    const participation = await journaledOf(talk);
    if (!participation) return ending('reason.not-active', {});
    const entries = await journalOf(talk.env, participation._id, SHOWN);
    if (entries.length === 0) return ending('entries.none', {}, button('write', 'badge.journal'));
    const again = entries.filter(({ state }) => demandingStates.includes(state)).slice(0, AGAIN);
    return {
      texts: [text('badge-journal:entries.title'), ...entries.map((each) => entryLine(each, talk.now))],
      buttons: [
        ...entries
          .filter(({ state }) => state === 'with-employer')
          .slice(0, 2)
          .map(employerButton),
        ...again.map((each) => againButton(each, talk.now)),
        button('progress', 'badge.progress'),
        menuButton(),
      ].map((each) => [each]),
      next: 'end',
    };
  }),
]);

/** One line: how it stands, the day, direction and kind, and the mentor's words where there are any. */
export function entryLine({ state, date, direction, kind, minutes, decision }: Entry, now: Date): Text {
  const params = { state, date: seenOn(now, date), direction, kind };
  const words = decision?.words;
  if (words && demandingStates.includes(state))
    return text('badge-journal:entries.demanded', { ...params, words });
  return minutes === null
    ? text('badge-journal:entries.line', params)
    : text('badge-journal:entries.line-minutes', { ...params, minutes });
}

const againButton = ({ _id, date, direction }: Entry, now: Date): Button =>
  goButton('badge-journal:button.write-again-that', 'badge.journal-again', _id, {
    date: seenOn(now, date),
    direction,
  });

const employerButton = ({ _id, title }: Entry): Button =>
  goButton('badge-journal:button.employer-link', 'badge.employer-link', _id, { title: title ?? '—' });
