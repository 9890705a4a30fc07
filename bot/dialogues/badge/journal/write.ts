// Writing into the journal: what was done first, the day last, so that a day that is refused can be mended without telling
// the rest again.

import { seenOn } from '../../../../engine/kernel/calendar.ts';
import type { Reason } from '../../../../engine/kernel/result.ts';
import { refused } from '../../../../engine/kernel/result.ts';
import { entryOf, rewriteEntry, writeEntry } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome, type Step } from '../../../dialogue/step.ts';
import { askAgain, call, say, showReasons } from '../../../dialogue/steps/call.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { activeOf, activeOnly, button, ending, type JournalTalk } from './active.ts';
import { forEmployer } from './employer.ts';
import { entryIn, kindIn, mediaIn } from './entry-answers.ts';
import { entrySteps } from './entry-steps.ts';

const reviewed: Step<EngineContext> = review(
  'review',
  'badge-journal:write.review',
  ({ draft, now }) => {
    const { direction, kind, date, minutes = 0, text = '' } = entryIn(draft);
    const files = mediaIn(draft).length;
    return { direction, kind, date: seenOn(now, date), minutes, files, words: text || '—' };
  },
  {
    button: 'badge-journal:button.send',
    change: [
      { step: 'text', label: 'badge-journal:change.text' },
      { step: 'essay', label: 'badge-journal:change.text' },
      { step: 'outcome', label: 'badge-journal:change.outcome' },
      { step: 'minutes', label: 'badge-journal:change.minutes' },
      { step: 'proof', label: 'badge-journal:change.files' },
      { step: 'video', label: 'badge-journal:change.files' },
      { step: 'media', label: 'badge-journal:change.files', drop: 'badge-journal:change.no-files' },
      { step: 'date', label: 'badge-journal:change.date' },
    ],
  },
);

export const write: Dialogue<EngineContext> = dialogue('badge.journal', { version: 1 }, [
  activeOnly,
  ...entrySteps,
  reviewed,
  call('write', written, { ok: sent, refused: mended }),
]);

/** What was returned, or met with an extra task, is written again in its place; the argument names it. */
export const writeAgain: Dialogue<EngineContext> = dialogue('badge.journal-again', { version: 1 }, [
  activeOnly,
  say('again', again),
  ...entrySteps,
  reviewed,
  call('write', writtenAgain, { ok: sent, refused: mended }),
]);

async function written(talk: JournalTalk) {
  const participation = await activeOf(talk);
  if (!participation) return refused('badge-journal.not-active');
  return writeEntry(talk.env, talk.command('write'), participation._id, entryIn(talk.draft));
}

function writtenAgain(talk: JournalTalk) {
  return rewriteEntry(talk.env, talk.command('write'), talk.argument, entryIn(talk.draft));
}

/** The demand stands above the questions. */
async function again(talk: JournalTalk): Promise<Outcome> {
  const entry = talk.argument === '' ? null : await entryOf(talk.env, talk.argument);
  if (!entry || entry.person !== talk.actor.id) return ending('reason.nothing-asked', {});
  if (entry.state !== 'returned' && entry.state !== 'tasked') return ending('reason.nothing-asked', {});
  const { direction, kind, date, decision } = entry;
  const params = { direction, kind, date: seenOn(talk.now, date), words: decision?.words ?? '' };
  return {
    texts: [{ key: `badge-journal:again.${entry.state}`, params }],
    next: 'on',
  };
}

async function sent(id: string, talk: JournalTalk): Promise<Outcome> {
  if (kindIn(talk.draft) === 'work') return forEmployer(talk, id);
  return ending(
    'write.sent',
    {},
    button('write-more', 'badge.journal'),
    button('progress', 'badge.progress'),
  );
}

const ABOUT_THE_DATE = [
  ...['badge-journal.before-activation', 'badge-journal.day-ahead', 'badge-journal.day-unreadable'],
  ...['badge-journal.late-needs-reason'],
];

function mended(reasons: readonly Reason[]): Outcome {
  const [reason] = reasons;
  const named = (code: string) => reasons.some((each) => each.code === code);
  if (reason && ABOUT_THE_DATE.includes(reason.code)) return askAgain('date')(reasons);
  if (named('badge-journal.trip-abroad')) return askAgain('region')(reasons);
  if (named('badge-journal.book-known') || named('badge-journal.book-not-listed'))
    return askAgain('book')(reasons);
  if (named('badge-journal.needs-essay')) return askAgain('essay')(reasons);
  return named('badge-journal.day-full') ? askAgain('minutes')(reasons) : showReasons(reasons);
}
