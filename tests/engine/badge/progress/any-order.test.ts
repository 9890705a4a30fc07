// Whatever happens to the entries of a journal, and in whichever order it is carried: the percentages that were summed up are
// those that a recount of the raw entries gives.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { addDays, localDate } from '../../../../engine/kernel/calendar.ts';
import { DAY } from '../../../../engine/kernel/clock.ts';
import { excuses } from '../../../../engine/programmes/badge/excuses/store.ts';
import { type Entry, entries } from '../../../../engine/programmes/badge/journal/store.ts';
import {
  askExcuse,
  assignExpert,
  badge,
  decideEntry,
  decideExcuse,
  participationOf,
  rewriteEntry,
  undoEntry,
  undoExcuse,
  weekOf,
  writeEntry,
} from '../../../../engine/programmes/badge/programme.ts';
import { badgeProgress } from '../../../../engine/programmes/badge/progress/kind.ts';
import { countEntry } from '../../../../engine/progress/count.ts';
import { rebuildProgress } from '../../../../engine/progress/rebuild.ts';
import { sumOf } from '../../../../engine/progress/see.ts';
import { comeBack, goAway } from '../../../../engine/reviews/absence/use-cases.ts';
import { readsAll } from '../../../../engine/store/indexes.ts';
import { actorNow, newBadgeStaff, REGION, type Staff } from '../../../support/badge/cast.ts';
import { book, type Journal, lesson, newJournal } from '../../../support/badge/journal.ts';
import { newCommand, newStaff, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

/** Beginnings of sequences come out shorter where one fails: the run stays small. */
const RUNS = 8;

const stage = withEngine('file');
let staff: Staff;
let expert: Actor;
beforeAll(async () => {
  staff = await newBadgeStaff(stage.ctx);
  expert = await newStaff(stage.ctx, 'expert', [{ role: 'expert', scope: `region:${REGION}` }]);
  const mentor = staff.mentor.id;
  unwrap(await assignExpert(stage.ctx, newCommand(staff.operator), { mentor, expert: expert.id }));
});

const BOOKS = ['kz-abai-zholy', 'kz-ulpan', 'w-hamlet', 'g-cosmos'] as const;
const verbs = ['write', 'late', 'book', 'approve', 'return', 'undo', 'again', 'excuse', 'unexcuse'] as const;
const happenings = [...verbs, 'substitute', 'carry', 'repeat', 'week'] as const;
/** What fills a journal happens more often than what takes from it. */
const filling = ['write', 'book', 'approve', 'approve', 'approve', 'week'] as const;
type Happening = { readonly what: (typeof happenings)[number]; readonly pick: number };

const anyHappenings = fc.array(
  fc.record({ what: fc.constantFrom(...happenings, ...filling), pick: fc.nat({ max: 1000 }) }),
  { minLength: 10, maxLength: 24 },
);

const entriesOf = ({ participation }: Journal): Promise<Entry[]> =>
  entries.on(stage.ctx.db).find({ participation }).sort({ date: -1, _id: 1 }).lean() as never;
const oneOf = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];

/** Carries one of them out, as far as it is possible; what is refused changes nothing. */
async function happen(journal: Journal, { what, pick }: Happening): Promise<void> {
  const { ctx, clock } = stage;
  const { person, participation } = journal;
  const today = localDate(clock.now());
  const direction = oneOf(['talent', 'volunteering'] as const, pick) === 'talent' ? 'talent' : 'heritage';
  const draft = lesson(today, 30 + (pick % 3) * 30, direction);
  const entry = oneOf(await entriesOf(journal), pick);
  const excuse = oneOf(await excuses.on(ctx.db).find({ participation }).lean(), pick);
  const decider = (await actorNow(ctx, staff.mentor.id)) ?? staff.mentor;
  const acts: Readonly<Record<Happening['what'], () => Promise<unknown>>> = {
    write: () => writeEntry(ctx, newCommand(person), participation, draft),
    late: () =>
      writeEntry(ctx, newCommand(person), participation, {
        ...{ ...draft, date: addDays(today, -8), late: { reason: 'health', note: 'Ауырдым' } },
      }),
    book: () =>
      writeEntry(ctx, newCommand(person), participation, {
        ...book(today, BOOKS[pick % BOOKS.length] ?? BOOKS[0], pick % 2 === 0 ? 'reading' : 'heritage'),
      }),
    approve: async () => entry && decideEntry(ctx, newCommand(decider), entry._id, { how: 'approved' }),
    return: async () =>
      entry && decideEntry(ctx, newCommand(decider), entry._id, { how: 'returned', words: 'Қайта жазыңыз' }),
    undo: async () => entry && undoEntry(ctx, newCommand(decider), entry._id),
    again: async () =>
      entry && rewriteEntry(ctx, newCommand(person), entry._id, { ...draft, direction: entry.direction }),
    excuse: async () => {
      const weeks = [weekOf(today)];
      const asked = await askExcuse(ctx, newCommand(person), participation, {
        weeks,
        reason: 'health',
        note: 'Ауырдым',
      });
      return asked.ok && decideExcuse(ctx, newCommand(decider), asked.value, { excuse: true });
    },
    unexcuse: async () => excuse && undoExcuse(ctx, newCommand(decider), excuse._id),
    // The mentor is away, and the expert decides.
    substitute: async () => {
      unwrap(await goAway(ctx, newCommand(decider), addDays(today, 1)));
      if (entry) await decideEntry(ctx, newCommand(expert), entry._id, { how: 'approved' });
      unwrap(await comeBack(ctx, newCommand(decider)));
    },
    carry: () => stage.carryOn(),
    repeat: async () => entry && countEntry(ctx, badgeProgress, entry._id),
    week: async () => clock.advance(7 * DAY),
  };
  await acts[what]();
}

/** Two decimals, and what is short never rounds up to the whole. */
const rounded = (share: number) => (share >= 1 ? 100 : Math.min(99.99, Math.round(share * 10_000) / 100));

/** A recount by hand, of bronze as the source has it. */
async function recounted(journal: Journal, weekMinutes: number) {
  const { excusedWeeks } = await participationOf(stage.ctx, journal.participation);
  const approved = (await entriesOf(journal)).filter(({ state }) => state === 'approved');
  const weeks = (direction: string) => {
    const minutes: Record<string, number> = {};
    for (const each of approved.filter((one) => one.direction === direction && one.kind === 'lesson'))
      minutes[weekOf(each.date)] = (minutes[weekOf(each.date)] ?? 0) + (each.minutes ?? 0);
    return Object.entries(minutes).filter(([week, n]) => n >= weekMinutes && !excusedWeeks.includes(week))
      .length;
  };
  const read = (direction: string) =>
    new Map(
      approved.flatMap((each) =>
        each.direction === direction && each.book ? [[each.book.id, each.book.section] as const] : [],
      ),
    );
  const reading = read('reading');
  const kazakh = [...reading.values()].filter((section) => section === 'kazakh').length;
  const extra = [...read('heritage')].some(([id, section]) => section === 'kazakh' && !reading.has(id));
  const share = (have: number, need: number) => Math.min(1, have / need);
  const readingShare =
    (share(reading.size, 3) + share(new Set(reading.values()).size, 3) + share(kazakh, 1)) / 3;
  const byBook = extra ? 1 : (share(reading.size, 4) + share(kazakh, 2)) / 2;
  const heritage = Math.max(share(weeks('heritage'), 13), byBook);
  const shares = { talent: share(weeks('talent'), 13), reading: readingShare, heritage };
  const rating = (shares.talent + shares.reading + shares.heritage) / 6;
  return {
    ...{
      talent: rounded(shares.talent),
      reading: rounded(shares.reading),
      heritage: rounded(shares.heritage),
    },
    rating: rounded(rating),
  };
}

async function summed({ participation }: Journal) {
  const sum = await sumOf(stage.ctx, 'badge', participation);
  const { talent, reading, heritage } = sum?.figures ?? {};
  return { talent, reading, heritage, rating: sum?.score };
}

it('sums up what a recount gives, after any order of what may happen to a journal', async () => {
  const ratings: number[] = [];
  await fc.assert(
    fc.asyncProperty(anyHappenings, async (all) => {
      const journal = await newJournal(stage.ctx, staff);
      for (const each of all) await happen(journal, each);
      await stage.carryOn();
      const sum = await summed(journal);
      expect(sum).toEqual(await recounted(journal, 60));
      ratings.push(sum.rating ?? 0);
    }),
    { numRuns: RUNS, seed: 19, endOnFailure: true },
  );
  // They are no empty journals.
  expect(new Set(ratings).size).toBeGreaterThan(3);
});

it('leaves every invariant of the programme whole', async () => {
  for (const broken of Object.values(badge.invariants)) expect(await broken(stage.ctx)).toEqual([]);
});

it('follows a rule that changes, once it is rebuilt, and has drifted nowhere otherwise', async () => {
  const { ctx } = stage;
  expect((await rebuildProgress(ctx, badgeProgress)).drifted).toBe(0);
  const number = (programme: string, name: string, on: string) =>
    name === 'qualifyingWeekMinutes' ? 90 : ctx.rules.number(programme, name, on);
  const evaluate: typeof ctx.rules.evaluate = (...asked) => ctx.rules.evaluate(...asked);
  const stricter = { number, evaluate } as unknown as typeof ctx.rules;
  const found = await entries.on(ctx.db).find(readsAll, { participation: 1 }).lean();
  const all = new Set(found.map(({ participation }) => participation));
  expect(all.size).toBeGreaterThan(1);
  await rebuildProgress({ ...ctx, rules: stricter }, badgeProgress);
  for (const participation of all) {
    const { person } = await participationOf(ctx, participation);
    const journal = { participation, person: await actorNow(ctx, person) };
    expect(await summed(journal)).toEqual(await recounted(journal, 90));
  }
});
