// The questions of a journal entry, each asked only where the entry's kind has it.

import { localDate } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { regions } from '../../../../engine/kernel/regions.ts';
import {
  ABROAD,
  booksOn,
  kindsOf,
  lateReasons,
  standardsFor,
  timelySince,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Step } from '../../../dialogue/step.ts';
import { ask, type Field } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { duration } from '../../fields/duration.ts';
import { freeText } from '../../fields/free-text.ts';
import { wholeNumber } from '../../fields/whole-number.ts';
import { activeOf, type JournalTalk } from './active.ts';
import { directionIn, hasKinds, isLate, isOf, kindIn, LATE } from './entry-answers.ts';
import { measurement } from './measurement.ts';

const option = (value: string, key: string, params = {}): Option => ({ value, label: text(key, params) });

async function directionsOf(talk: JournalTalk): Promise<readonly Option[]> {
  const participation = await activeOf(talk);
  return (participation?.directions ?? []).map(({ direction }) =>
    option(direction, `rules:requirement.badge.${direction}`),
  );
}

const kinds = ({ draft }: JournalTalk): readonly Option[] =>
  kindsOf[directionIn(draft)].map((kind) => option(kind, `badge-journal:kind.${kind}`));

async function books({ env, now, draft }: JournalTalk): Promise<readonly Option[]> {
  const golden = directionIn(draft) === 'heritage' ? ({ section: 'kazakh' } as const) : {};
  const list = await booksOn(env, localDate(now), golden);
  return list.map(({ id, kk, ru, en }) =>
    option(id, 'badge-journal:option.book', { titleKk: kk, titleRu: ru, titleEn: en }),
  );
}

async function standards(talk: JournalTalk): Promise<readonly Option[]> {
  const participation = await activeOf(talk);
  if (!participation) return [];
  const { level, profile, startedOn } = participation;
  const set = await standardsFor(talk.env, { level, profile, on: startedOn });
  return set.map(({ id, kk, ru, en, bound, unit, value }) =>
    option(id, `badge-journal:option.standard-${bound}`, {
      ...{ nameKk: kk, nameRu: ru, nameEn: en, unit, value },
    }),
  );
}

const places: readonly Option[] = [
  ...regions.map(({ code }) => option(code, 'badge-journal:option.region', { region: code })),
  option(ABROAD, 'badge-journal:option.abroad'),
];

/** Marks a day that is long past. */
const day: Field<EngineContext> = {
  ...civilDate('past'),
  async parse(typed, talk) {
    const parsed = await civilDate('past').parse(typed, talk);
    if ('problem' in parsed) return parsed;
    const isPast = String(parsed.value) < timelySince(talk.env, talk.now);
    return { value: `${parsed.value}${isPast ? LATE : ''}` };
  },
};

const DAY_OF_MINUTES = 1440;
const PICTURES = ['photo', 'video', 'video-note'] as const;

export const entrySteps: readonly Step<EngineContext>[] = [
  choose('direction', directionsOf, 'badge-journal:write.direction', {
    none: 'badge-journal:reason.not-active',
  }),
  choose('kind', kinds, 'badge-journal:write.kind', { when: hasKinds }),
  choose('region', places, 'badge-journal:write.region', { when: isOf('trip-day') }),
  choose('book', books, 'badge-journal:write.book', {
    when: isOf('book'),
    none: 'badge-journal:write.no-books',
  }),
  choose('standard', standards, 'badge-journal:write.standard', {
    ...{ when: isOf('standard'), none: 'badge-journal:write.no-standards' },
  }),
  ask('value', measurement, 'badge-journal:write.value', { when: isOf('standard') }),
  ask('title', freeText({ least: 2, most: 120 }), 'badge-journal:write.title', {
    when: isOf('action', 'trip-day', 'work'),
    params: ({ draft }) => ({ kind: kindIn(draft) }),
  }),
  ask('text', freeText({ least: 10, most: 3000 }), 'badge-journal:write.text', {
    when: isOf('lesson', 'action', 'trip-day', 'work'),
  }),
  ask('essay', freeText({ least: 10, most: 4000 }), 'badge-journal:write.essay', {
    ...{ when: isOf('book'), optional: true },
  }),
  ask('outcome', freeText({ least: 10, most: 1000 }), 'badge-journal:write.outcome', {
    when: isOf('action', 'trip-day'),
  }),
  ask('minutes', duration({ least: 5, most: DAY_OF_MINUTES }), 'badge-journal:write.minutes', {
    when: isOf('lesson', 'action'),
  }),
  attach('proof', 'badge-journal:write.proof', {
    ...{ kinds: PICTURES, most: 10, when: isOf('action', 'trip-day') },
  }),
  attach('video', 'badge-journal:write.video', {
    ...{ kinds: ['video', 'video-note'], most: 3, when: isOf('result') },
  }),
  attach('media', 'badge-journal:write.media', {
    ...{ kinds: [...PICTURES, 'voice', 'audio', 'document'], most: 10, optional: true },
    when: isOf('lesson', 'book', 'standard', 'work'),
  }),
  ask('date', day, 'badge-journal:write.date', { params: ({ draft }) => ({ kind: kindIn(draft) }) }),
  ask('days', wholeNumber({ least: 1, most: 31 }), 'badge-journal:write.days', { when: isOf('work') }),
  choose(
    'late',
    lateReasons.map((each) => option(each, `badge-journal:late.${each}`)),
    'badge-journal:write.late',
    { when: isLate },
  ),
  ask('late-note', freeText({ least: 3, most: 500 }), 'badge-journal:write.late-note', {
    when: (draft) => isLate(draft) && answer(draft, 'late') === 'other',
  }),
];
