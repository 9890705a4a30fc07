// The mentor decides on entries, excuses weeks, confirms directions; the level is complete by its rules.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../../engine/kernel/calendar.ts';
import { DAY } from '../../../../engine/kernel/clock.ts';
import {
  askExcuse,
  confirmDirection,
  type Direction,
  decideDispute,
  decideEntry,
  decideExcuse,
  type EntryDraft,
  endOfTerm,
  entryEvidence,
  entryOf,
  giveEmployerWord,
  openDispute,
  participationOf,
  rewriteEntry,
  standingNow,
  takeConfirmationBack,
  undoEntry,
  undoExcuse,
  weekOf,
  writeEntry,
} from '../../../../engine/programmes/badge/programme.ts';
import { mandatoryDirections } from '../../../../engine/programmes/badge/reference/mandatory.ts';
import { editEntry } from '../../../../engine/reference/entries.ts';
import { reviews } from '../../../../engine/reviews/store.ts';
import {
  allDirections,
  newBadgeStaff,
  newMentor,
  newParticipant,
  newYoungPerson,
  type Staff,
} from '../../../support/badge/cast.ts';
import {
  approved,
  book,
  type Journal,
  lesson,
  newFile,
  newJournal,
  resultVideo,
  standardsResult,
  tripDay,
} from '../../../support/badge/journal.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');
let staff: Staff;
let own: Journal;
/** One journal for all that leaves it active. */
beforeAll(async () => {
  staff = await newBadgeStaff(stage.ctx);
  own = await newJournal(stage.ctx, staff);
});
const today = () => localDate(stage.clock.now());
const write = async (draft = lesson(today())) =>
  unwrap(await writeEntry(stage.ctx, newCommand(own.person), own.participation, draft));
const decide = (id: string, how: 'approved' | 'returned' | 'tasked', by = staff.mentor) =>
  decideEntry(
    stage.ctx,
    newCommand(by),
    id,
    how === 'approved' ? { how } : { how, words: 'Толығырақ жазыңызшы' },
  );
const stateOf = async () => (await participationOf(stage.ctx, own.participation)).state;

describe('B-64: an entry', () => {
  it('is confirmed, returned or met with an extra task', async () => {
    for (const how of ['approved', 'returned', 'tasked'] as const) {
      const id = await write(lesson(today(), 20));
      unwrap(await decide(id, how));
      expect(await entryOf(stage.ctx, id)).toMatchObject({
        state: how,
        decision: { by: staff.mentor.id, how },
      });
    }
  });

  it('B-65: is confirmed by nobody else, and once', async () => {
    const id = await write();
    const other = await newMentor(stage.ctx, 'other-mentor');
    for (const stranger of [other, staff.head, staff.operator, own.person])
      expect(codesOf(await decide(id, 'approved', stranger))).toEqual(['common.not-allowed']);
    unwrap(await decide(id, 'approved'));
    expect(codesOf(await decide(id, 'approved'))).toEqual(['common.already-decided']);
  });

  it('waits again when the mentor takes the decision back', async () => {
    const id = await write();
    unwrap(await decide(id, 'approved'));
    unwrap(await undoEntry(stage.ctx, newCommand(staff.mentor), id));
    expect(await entryOf(stage.ctx, id)).toMatchObject({ state: 'sent', decision: null });
  });

  it('is a review item of the mentor alone, decided by what they saw', async () => {
    const id = await write();
    await stage.carryOn();
    const item = await reviews.on(stage.ctx.db).findById(`badge-entry/${id}`).lean();
    expect(item).toMatchObject({
      state: 'open',
      deciders: [`person:${staff.mentor.id}`],
      about: own.person.id,
    });
    const stale = { ...newCommand(staff.mentor), seen: '99' };
    expect(codesOf(await decideEntry(stage.ctx, stale, id, { how: 'approved' }))).toEqual([
      'common.changed-meanwhile',
    ]);
  });
});

describe('B-26: work', () => {
  const report = {
    direction: 'work',
    kind: 'work',
    title: 'Мысал шеберханасы',
    text: 'Орындық жасауға көмектестім',
  };
  let before: Journal;
  beforeAll(async () => {
    before = own;
    const person = await newYoungPerson(stage.ctx, 'worker', '2006-05-01');
    own = { person, participation: await newParticipant(stage.ctx, person, staff, 'gold') };
  });
  afterAll(() => {
    own = before;
  });
  const writeWork = () => write({ ...report, date: today(), days: [today()] } as Parameters<typeof write>[0]);
  const word = { name: 'Мысал Мысалов', post: 'шебер', words: 'Жақсы жұмыс істеді' };

  it('counts only once the employer has confirmed it', async () => {
    const id = await writeWork();
    expect(codesOf(await decide(id, 'approved'))).toEqual(['badge-journal.employer-first']);
    unwrap(await giveEmployerWord(stage.ctx, newCommand(), id, { confirmed: true, ...word }));
    // What the employer wrote reaches the participant after the mentor.
    const before = await entryEvidence(stage.ctx, await entryOf(stage.ctx, id), 'participant');
    expect(before.map(({ key }) => key)).not.toContain('badge-journal:entry.employer-confirmed');
    unwrap(await decide(id, 'approved'));
    const after = await entryEvidence(stage.ctx, await entryOf(stage.ctx, id), 'participant');
    expect(after.map(({ key }) => key)).toContain('badge-journal:entry.employer-confirmed');
    const { directions } = await standingNow(stage.ctx, await participationOf(stage.ctx, own.participation));
    expect(directions.find(({ direction }) => direction === 'work')?.percent).toBe(20);
  });

  it('B-98: that the employer rejects goes to the mentor, who can only return it', async () => {
    const id = await writeWork();
    unwrap(await giveEmployerWord(stage.ctx, newCommand(), id, { confirmed: false, ...word }));
    expect(await entryOf(stage.ctx, id)).toMatchObject({ state: 'sent', employer: { confirmed: false } });
    expect(codesOf(await decide(id, 'approved'))).toEqual(['badge-journal.employer-first']);
    const again = await giveEmployerWord(stage.ctx, newCommand(), id, { confirmed: true, ...word });
    expect(codesOf(again)).toEqual(['common.link-used']);
    unwrap(await decide(id, 'returned'));
  });
});

describe('weeks', () => {
  const ask = () =>
    askExcuse(stage.ctx, newCommand(own.person), own.participation, {
      ...{ weeks: [weekOf(today())], reason: 'health', note: 'Ауырып қалдым' },
    });

  it('that the mentor excuses move the end of the term by a week, each once', async () => {
    const before = endOfTerm(await participationOf(stage.ctx, own.participation));
    for (const id of [unwrap(await ask()), unwrap(await ask())])
      unwrap(await decideExcuse(stage.ctx, newCommand(staff.mentor), id, { excuse: true }));
    await stage.carryOn();
    const participation = await participationOf(stage.ctx, own.participation);
    expect(participation.excusedWeeks).toEqual([weekOf(today())]);
    expect(endOfTerm(participation)?.getTime()).toBe((before?.getTime() ?? 0) + 7 * DAY);
  });

  it('are no longer excused once the mentor takes it back; nobody else excuses', async () => {
    stage.clock.advance(7 * DAY);
    const { excusedWeeks } = await participationOf(stage.ctx, own.participation);
    const id = unwrap(await ask());
    const denied = await decideExcuse(stage.ctx, newCommand(staff.head), id, { excuse: true });
    expect(codesOf(denied)).toEqual(['common.not-allowed']);
    unwrap(await decideExcuse(stage.ctx, newCommand(staff.mentor), id, { excuse: true }));
    await stage.carryOn();
    unwrap(await undoExcuse(stage.ctx, newCommand(staff.mentor), id));
    await stage.carryOn();
    expect((await participationOf(stage.ctx, own.participation)).excusedWeeks).toEqual(excusedWeeks);
  });
});

describe('B-79: a dispute', () => {
  async function demanded(): Promise<string> {
    const id = await write();
    unwrap(await decide(id, 'returned'));
    return id;
  }
  const dispute = (id: string) =>
    openDispute(stage.ctx, newCommand(own.person), id, 'Бәрі дұрыс жазылған еді');

  it('is opened by the participant, about a demand, once', async () => {
    expect(codesOf(await dispute(await write(lesson(today(), 5))))).toEqual([
      'badge-journal.nothing-to-dispute',
    ]);
    const id = await demanded();
    unwrap(await dispute(id));
    expect(codesOf(await dispute(id))).toEqual(['badge-journal.disputed-already']);
    const denied = await decideDispute(stage.ctx, newCommand(staff.mentor), id, {
      uphold: true,
      words: 'Жоқ',
    });
    expect(codesOf(denied)).toEqual(['common.not-allowed']);
  });

  it('ends when the participant meets the demand', async () => {
    const id = await demanded();
    unwrap(await dispute(id));
    unwrap(await rewriteEntry(stage.ctx, newCommand(own.person), id, lesson(today(), 50)));
    expect((await entryOf(stage.ctx, id)).dispute).toBeNull();
    // Carried only now, it asks nobody for a decision any more.
    await stage.carryOn();
    expect((await reviews.on(stage.ctx.db).findById(`badge-dispute/${id}`).lean())?.state).not.toBe('open');
  });
});

describe('a direction and the level', () => {
  const confirm = (direction: Direction) =>
    confirmDirection(stage.ctx, newCommand(staff.mentor), own.participation, {
      ...{ direction, assessment: 'Жүйелі жұмыс істеді, жалғастыруға кеңес беремін' },
    });
  const keep = (draft: EntryDraft) => approved(stage.ctx, staff, own, draft);

  const all = ['sport', 'reading', 'tourism'] as const;

  /** Somebody who takes three of the directions, in a year that asks for no other; the whole of bronze is for the story. */
  async function fewDirections(): Promise<void> {
    const { ctx } = stage;
    const wish = { directions: [...all] };
    unwrap(await editEntry(ctx, mandatoryDirections, newCommand(), '2026-bronze', 0, wish));
    const person = await newYoungPerson(ctx, 'few-directions', '2006-05-01');
    const directions = allDirections('bronze').filter(({ direction }) =>
      all.some((each) => each === direction),
    );
    own = { person, participation: await newParticipant(ctx, person, staff, 'bronze', null, { directions }) };
  }

  /** Everything that they ask for, week by week, but for the video. */
  async function fill(): Promise<void> {
    for (let week = 0; week < 13; week += 1) {
      stage.clock.advance(7 * DAY);
      await keep(lesson(today(), 60, 'sport'));
    }
    for (const id of ['kz-abai-zholy', 'w-hamlet', 'g-cosmos']) await keep(book(today(), id));
    const photo = await newFile(stage.ctx, own.person, 'photo');
    for (const day of [addDays(today(), -1), today()]) await keep(tripDay(day, photo));
    const best = [
      ...[['bronze-run-1000', 300] as const, ['bronze-push-ups', 20] as const],
      ...[['bronze-run-60', 10] as const, ['bronze-bend', 9] as const],
    ].map(([standard, value]) => ({ standard, value }));
    await keep(standardsResult(today(), best));
  }

  it('B-35, B-36: wait for the video and for every confirmation, and complete the level by its rules', async () => {
    await fewDirections();
    expect(codesOf(await confirm('sport'))).toEqual([
      'badge-journal.direction-short',
      'badge-journal.assessment-needs-video',
    ]);
    await fill();
    expect(codesOf(await confirm('sport'))).toEqual(['badge-journal.assessment-needs-video']);
    const video = await newFile(stage.ctx, own.person, 'video');
    await keep(resultVideo(today(), video, 'sport'));
    for (const direction of all.slice(0, -1)) unwrap(await confirm(direction));
    await stage.carryOn();
    expect(await stateOf()).toBe('active');
    unwrap(await confirm('tourism'));
    await stage.carryOn();
    const complete = await participationOf(stage.ctx, own.participation);
    expect(complete).toMatchObject({ state: 'complete', completedAt: expect.any(Date) });
    expect(complete.completion).toMatchObject({
      set: 'badge.bronze',
      version: '2020',
      outcome: 'met',
      percent: 100,
    });
    // A confirmation that is taken back opens it again.
    unwrap(await takeConfirmationBack(stage.ctx, newCommand(staff.mentor), own.participation, 'reading'));
    await stage.carryOn();
    expect(await stateOf()).toBe('active');
  });
});
