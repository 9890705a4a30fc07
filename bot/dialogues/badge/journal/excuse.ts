// A participant tells the mentor why weeks were missed, and asks to be excused.

import { text } from '../../../../engine/kernel/message.ts';
import { refused } from '../../../../engine/kernel/result.ts';
import {
  askExcuse,
  excusableWeeks,
  type LateReason,
  lateReasons,
  mondayOf,
  sundayOf,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer, answerList, answerNumber } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { wholeNumber } from '../../fields/whole-number.ts';
import { activeOf, activeOnly, button, ending, type JournalTalk } from './active.ts';

async function weeks(talk: JournalTalk): Promise<readonly Option[]> {
  const participation = await activeOf(talk);
  if (!participation) return [];
  return excusableWeeks(participation, talk.now)
    .filter((week) => !participation.excusedWeeks.includes(week))
    .map((week) => ({
      value: week,
      label: text('badge-journal:week', { from: mondayOf(week), to: sundayOf(week) }),
    }));
}

export const excuse: Dialogue<EngineContext> = dialogue('badge.excuse', { version: 1 }, [
  activeOnly,
  choose('week', weeks, 'badge-journal:excuse.week', { none: 'badge-journal:excuse.no-weeks' }),
  ask('count', wholeNumber({ least: 1, most: 8 }), 'badge-journal:excuse.count'),
  choose(
    'reason',
    lateReasons.map((each) => ({ value: each, label: text(`badge-journal:late.${each}`) })),
    'badge-journal:excuse.reason',
  ),
  ask('note', freeText({ least: 3, most: 1000 }), 'badge-journal:excuse.note'),
  attach('files', 'badge-journal:excuse.files', {
    ...{ kinds: ['photo', 'document', 'voice', 'video', 'video-note'], most: 5, optional: true },
  }),
  call('ask', asked, {
    ok: () => ending('excuse.sent', {}, button('progress', 'badge.progress')),
  }),
]);

/** The first week that was missed, and the ones that follow it. */
async function asked(talk: JournalTalk) {
  const participation = await activeOf(talk);
  if (!participation) return refused('badge-journal.not-active');
  const oldestFirst = [...excusableWeeks(participation, talk.now)].reverse();
  const at = oldestFirst.indexOf(answer(talk.draft, 'week'));
  const missed = at < 0 ? [] : oldestFirst.slice(at, at + answerNumber(talk.draft, 'count'));
  const reason: LateReason = lateReasons.find((each) => each === answer(talk.draft, 'reason')) ?? 'other';
  return askExcuse(talk.env, talk.command('ask'), participation._id, {
    ...{ weeks: missed, reason, note: answer(talk.draft, 'note') },
    media: answerList(talk.draft, 'files'),
  });
}
