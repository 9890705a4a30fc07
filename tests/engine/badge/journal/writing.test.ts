// Writing into the journal: what each direction demands, when, and by whom.
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../../engine/kernel/calendar.ts';
import { DAY } from '../../../../engine/kernel/clock.ts';
import {
  ABROAD,
  decideEntry,
  type EntryDraft,
  entryOf,
  journalOf,
  participationOf,
  rewriteEntry,
  standingNow,
  writeEntry,
} from '../../../../engine/programmes/badge/programme.ts';
import {
  acceptedBy,
  newApplicant,
  newBadgeStaff,
  newYoungPerson,
  type Staff,
} from '../../../support/badge/cast.ts';
import {
  action,
  approved,
  book,
  ESSAY,
  type Journal,
  lesson,
  newFile,
  newJournal,
  tripDay,
} from '../../../support/badge/journal.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

/** 5 October 2026, a Monday. */
const stage = withEngine('file');
let staff: Staff;
let own: Journal;
beforeAll(async () => {
  staff = await newBadgeStaff(stage.ctx);
  own = await newJournal(stage.ctx, staff);
  stage.clock.advance(20 * DAY);
});
const today = () => localDate(stage.clock.now());
const write = (draft: EntryDraft, { person, participation } = own) =>
  writeEntry(stage.ctx, newCommand(person), participation, draft);
const refusedWith = async (given: ReturnType<typeof write>) => codesOf(await given);
const percentOf = async (direction: string, { participation } = own) => {
  const { directions } = await standingNow(stage.ctx, await participationOf(stage.ctx, participation));
  return directions.find((each) => each.direction === direction)?.percent;
};

it('B-22: counts nothing before the mentor has activated the participant', async () => {
  const person = await newYoungPerson(stage.ctx, 'early', '2006-05-01');
  const participation = await acceptedBy(stage.ctx, staff, await newApplicant(stage.ctx, person, staff));
  expect(await refusedWith(write(lesson(today()), { person, participation }))).toEqual([
    'badge-journal.not-active',
  ]);
  expect(await journalOf(stage.ctx, participation, 10)).toEqual([]);
});

it('refuses a day before the activation and a day that is still to come', async () => {
  expect(await refusedWith(write(lesson('2026-10-04')))).toEqual(['badge-journal.before-activation']);
  expect(await refusedWith(write(lesson(addDays(today(), 1))))).toEqual(['badge-journal.day-ahead']);
});

it('takes nobody else’s words into a journal', async () => {
  const other = await newYoungPerson(stage.ctx, 'stranger', '2006-05-01');
  const given = write(lesson(today()), { person: other, participation: own.participation });
  expect(await refusedWith(given)).toEqual(['common.not-allowed']);
});

it('B-23: takes regular reports of sport, talent and heritage, with text and minutes', async () => {
  for (const direction of ['sport', 'talent', 'heritage'] as const) {
    const id = unwrap(await write(lesson(today(), 30, direction)));
    expect(await entryOf(stage.ctx, id)).toMatchObject({ direction, minutes: 30, state: 'sent' });
  }
  expect(await refusedWith(write({ ...lesson(today()), text: '', minutes: 0 }))).toEqual([
    'badge-journal.needs-text',
    'badge-journal.needs-minutes',
  ]);
});

describe('B-24: reading', () => {
  it('wants an essay or a video about each book', async () => {
    const bare = { ...book(today(), 'kz-abai-zholy'), text: 'Жақсы кітап екен' };
    expect(await refusedWith(write(bare))).toEqual(['badge-journal.needs-essay']);
    const photo = await newFile(stage.ctx, own.person, 'photo');
    expect(await refusedWith(write({ ...bare, media: [photo] }))).toEqual(['badge-journal.needs-essay']);
    const video = await newFile(stage.ctx, own.person, 'video');
    expect((await write({ ...bare, media: [video] })).ok).toBe(true);
    expect((await write(book(today(), 'kz-qara-soz'))).ok).toBe(true);
  });

  it('wants a book of the operator’s list, and each once', async () => {
    expect(await refusedWith(write(book(today(), 'no-such-book')))).toEqual([
      'badge-journal.book-not-listed',
    ]);
    expect(await refusedWith(write(book(today(), 'kz-qara-soz')))).toEqual(['badge-journal.book-known']);
  });
});

describe('B-25: volunteering and expeditions', () => {
  it('want name, result, report of the day and a picture, and name all that is missing', async () => {
    const bare: EntryDraft = { direction: 'volunteering', kind: 'action', date: today() };
    expect(await refusedWith(write(bare))).toEqual(
      ['needs-title', 'needs-outcome', 'needs-text', 'needs-minutes', 'needs-picture'].map(
        (name) => `badge-journal.${name}`,
      ),
    );
    const trip: EntryDraft = { direction: 'tourism', kind: 'trip-day', date: today() };
    expect(await refusedWith(write(trip))).toEqual(
      ['needs-place', 'needs-title', 'needs-outcome', 'needs-text', 'needs-picture'].map(
        (name) => `badge-journal.${name}`,
      ),
    );
  });

  it('are taken with a photo or a video', async () => {
    const photo = await newFile(stage.ctx, own.person, 'photo');
    const video = await newFile(stage.ctx, own.person, 'video');
    expect((await write(action(today(), photo))).ok).toBe(true);
    expect((await write(tripDay(today(), video))).ok).toBe(true);
  });

  it('B-14: an expedition abroad is refused with the reason', async () => {
    const photo = await newFile(stage.ctx, own.person, 'photo');
    const abroad = { ...tripDay(today(), photo), region: ABROAD };
    expect(await refusedWith(write(abroad))).toEqual(['badge-journal.trip-abroad']);
  });

  it('take no file of somebody else’s', async () => {
    const other = await newYoungPerson(stage.ctx, 'photographer', '2006-05-01');
    const photo = await newFile(stage.ctx, other, 'photo');
    expect(await refusedWith(write(action(today(), photo)))).toEqual(['common.not-allowed']);
  });
});

it('B-38: asks why an entry is late, and takes it with the reason', async () => {
  const late = lesson(addDays(today(), -8), 60, 'talent');
  expect(await refusedWith(write(late))).toEqual(['badge-journal.late-needs-reason']);
  const reason = { reason: 'no-internet' as const, note: 'Ауылда байланыс болмады' };
  const id = unwrap(await write({ ...late, late: reason }));
  expect(await entryOf(stage.ctx, id)).toMatchObject({ late: reason, date: late.date });
  // What the device wrote down in time and sent later keeps its own time and is not late.
  const madeAt = new Date(stage.clock.now().getTime() - 8 * DAY);
  const kept = unwrap(await write({ ...lesson(addDays(today(), -8), 60, 'heritage'), madeAt }));
  expect(await entryOf(stage.ctx, kept)).toMatchObject({ late: null, madeAt, arrivedAt: stage.clock.now() });
});

it('refuses more minutes of one day than a day has for it', async () => {
  const journal = await newJournal(stage.ctx, staff);
  unwrap(await write(lesson(today(), 400), journal));
  const [reason] = await refusedWith(write(lesson(today(), 90, 'talent'), journal));
  expect(reason).toBe('badge-journal.day-full');
  expect((await write(lesson(today(), 80, 'talent'), journal)).ok).toBe(true);
});

it('refuses a direction that was not taken, and what the direction does not have', async () => {
  const work: EntryDraft = { direction: 'work', kind: 'work', date: today(), text: 'Жұмыс істедім' };
  expect(await refusedWith(write(work))).toEqual(['badge-journal.direction-not-taken']);
  expect(await refusedWith(write({ ...lesson(today()), direction: 'reading' }))).toEqual([
    'badge-journal.wrong-kind',
  ]);
});

it('writes a returned entry again in its place, and a repeat of a command once', async () => {
  const command = newCommand(own.person);
  const draft = lesson(today(), 20);
  const id = unwrap(await writeEntry(stage.ctx, command, own.participation, draft));
  expect(unwrap(await writeEntry(stage.ctx, command, own.participation, draft))).toBe(id);
  const again = () => rewriteEntry(stage.ctx, newCommand(own.person), id, lesson(today(), 25));
  expect(codesOf(await again())).toEqual(['badge-journal.nothing-asked']);
  unwrap(
    await decideEntry(stage.ctx, newCommand(staff.mentor), id, {
      how: 'returned',
      words: 'Толығырақ жазыңыз',
    }),
  );
  unwrap(await again());
  expect(await entryOf(stage.ctx, id)).toMatchObject({ state: 'sent', minutes: 25 });
});

describe('B-30: qualifying weeks', () => {
  it('59 approved minutes make no week, 60 do', async () => {
    const journal = await newJournal(stage.ctx, staff);
    await approved(stage.ctx, staff, journal, lesson(today(), 30));
    await approved(stage.ctx, staff, journal, lesson(today(), 29));
    expect(await percentOf('sport', journal)).toBe(0);
    await approved(stage.ctx, staff, journal, lesson(today(), 1));
    // One of 13 weeks, and the standard not met: half of 1/13.
    expect(await percentOf('sport', journal)).toBe(3.85);
  });

  it('undecided minutes count for nothing', async () => {
    const journal = await newJournal(stage.ctx, staff);
    unwrap(await write(lesson(today(), 60, 'talent'), journal));
    expect(await percentOf('talent', journal)).toBe(0);
  });
});

it('an essay is as long as an essay', () => {
  expect(ESSAY.trim().length).toBeGreaterThanOrEqual(200);
});
