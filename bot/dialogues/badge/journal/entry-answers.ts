// What is asked of an entry follows from its direction and kind; and from the answers back to an entry.

import { addDays } from '../../../../engine/kernel/calendar.ts';
import {
  type Direction,
  directions,
  type EntryDraft,
  type EntryKind,
  entryKinds,
  kindsOf,
  type LateReason,
  lateReasons,
} from '../../../../engine/programmes/badge/programme.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { answer, answerList, answerNumber } from '../../../dialogue/talk.ts';

export const directionIn = (draft: Draft): Direction =>
  directions.find((each) => each === answer(draft, 'direction')) ?? 'sport';

/** The only kind of a direction is not asked for. */
export function kindIn(draft: Draft): EntryKind {
  const [first = 'lesson', ...others] = kindsOf[directionIn(draft)];
  const chosen = entryKinds.find((each) => each === answer(draft, 'kind'));
  return others.length === 0 ? first : (chosen ?? first);
}

export const isOf =
  (...kinds: readonly EntryKind[]) =>
  (draft: Draft): boolean =>
    kinds.includes(kindIn(draft));

export const hasKinds = (draft: Draft): boolean => kindsOf[directionIn(draft)].length > 1;

/** A day that is long past is marked in its answer: the reason is asked for. */
export const LATE = '!late';
export const isLate = (draft: Draft): boolean => answer(draft, 'date').endsWith(LATE);
export const dateIn = (draft: Draft): string => answer(draft, 'date').replace(LATE, '');

export function entryIn(draft: Draft): EntryDraft {
  const kind = kindIn(draft);
  const days = kind === 'work' ? daysIn(draft) : [];
  const late = lateIn(draft);
  const words = answer(draft, 'text') || answer(draft, 'essay');
  const link = linkIn(words);
  return {
    direction: directionIn(draft),
    kind,
    date: days.at(-1) ?? dateIn(draft),
    text: words,
    media: mediaIn(draft),
    ...(link !== null && { link }),
    ...(isOf('lesson', 'action')(draft) && { minutes: answerNumber(draft, 'minutes') }),
    ...(isOf('action', 'trip-day', 'work')(draft) && { title: answer(draft, 'title') }),
    ...(isOf('action', 'trip-day')(draft) && { outcome: answer(draft, 'outcome') }),
    ...(kind === 'trip-day' && { region: answer(draft, 'region') }),
    ...(kind === 'book' && { book: answer(draft, 'book') }),
    ...(kind === 'standard' && {
      results: [{ standard: answer(draft, 'standard'), value: answerNumber(draft, 'value') }],
    }),
    ...(days.length > 0 && { days }),
    ...(late && { late }),
  };
}

export const mediaIn = (draft: Draft): readonly string[] =>
  ['proof', 'video', 'media'].flatMap((step) => answerList(draft, step));

/** Days in a row from the first one on. */
function daysIn(draft: Draft): readonly string[] {
  const n = answerNumber(draft, 'days');
  return Array.from({ length: Number.isInteger(n) ? n : 0 }, (_, at) => addDays(dateIn(draft), at));
}

function lateIn(draft: Draft) {
  if (!isLate(draft)) return null;
  const reason: LateReason = lateReasons.find((each) => each === answer(draft, 'late')) ?? 'other';
  return { reason, note: answer(draft, 'late-note') };
}

/** An address that was written among the words. */
const linkIn = (words: string): string | null => /https:\/\/[^\s<>"]{4,500}/u.exec(words)?.[0] ?? null;
