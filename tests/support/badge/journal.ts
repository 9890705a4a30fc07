// Journals for tests of the badge programme: a participant who is active, and entries of each kind.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import { media } from '../../../engine/media/store.ts';
import {
  decideEntry,
  type EntryDraft,
  type Level,
  writeEntry,
} from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { newCommand, unwrap } from '../credit/cast.ts';
import { newParticipant, newYoungPerson, type Staff } from './cast.ts';

export interface Journal {
  readonly person: Actor;
  readonly participation: string;
}

let serial = 0;

/** Somebody of age who is active: no guardian beside them. */
export async function newJournal(
  ctx: EngineContext,
  staff: Staff,
  level: Level = 'bronze',
): Promise<Journal> {
  serial += 1;
  const person = await newYoungPerson(ctx, `journal-${serial}`, '2006-05-01');
  return { person, participation: await newParticipant(ctx, person, staff, level) };
}

/** A kept file of a person, by its record alone: no test looks at its bytes. */
export async function newFile(ctx: EngineContext, owner: Actor, kind: 'photo' | 'video'): Promise<string> {
  const _id = newId();
  const mime = kind === 'photo' ? 'image/jpeg' : 'video/mp4';
  const record = {
    _id,
    owner: owner.id,
    kind,
    name: kind,
    mime,
    size: 1,
    sha256: _id,
    createdAt: ctx.clock.now(),
  };
  await media.on(ctx.db).create(record);
  return _id;
}

export const ESSAY = 'Кейіпкердің жолы маған ұнады. '.repeat(8);

export const lesson = (
  date: string,
  minutes = 60,
  direction: EntryDraft['direction'] = 'sport',
): EntryDraft => ({ direction, kind: 'lesson', date, minutes, text: 'Жаттығу жасадым, жүгірдім' });

export const book = (
  date: string,
  id: string,
  direction: 'reading' | 'heritage' = 'reading',
): EntryDraft => ({
  ...{ direction, kind: 'book', date, book: id, text: ESSAY },
});

export const action = (date: string, photo: string, minutes = 60): EntryDraft => ({
  ...{ direction: 'volunteering', kind: 'action', date, minutes, media: [photo] },
  ...{ title: 'Таза аула', text: 'Ауланы жинадық, ағаш отырғыздық', outcome: 'Он ағаш отырғызылды' },
});

export const tripDay = (date: string, photo: string, title = 'Бурабай'): EntryDraft => ({
  ...{ direction: 'tourism', kind: 'trip-day', date, title, region: '11', media: [photo] },
  ...{ text: 'Көл жағасымен он шақырым жүрдік', outcome: 'Белеске көтерілдік' },
});

export const standardsResult = (date: string, results: EntryDraft['results'] = []): EntryDraft => ({
  ...{ direction: 'sport', kind: 'standard', date, results },
});

export const resultVideo = (date: string, video: string, direction: EntryDraft['direction']): EntryDraft => ({
  ...{ direction, kind: 'result', date, media: [video] },
});

/** Written and approved. @returns the entry's id */
export async function approved(
  ctx: EngineContext,
  { mentor }: Staff,
  { person, participation }: Journal,
  draft: EntryDraft,
): Promise<string> {
  const id = unwrap(await writeEntry(ctx, newCommand(person), participation, draft));
  return unwrap(await decideEntry(ctx, newCommand(mentor), id, { how: 'approved' }));
}
