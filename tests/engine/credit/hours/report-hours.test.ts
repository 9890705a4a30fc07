// What a student may report: both sides of every date, time and limit, and every refusal with its numbers.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { withdrawConsent } from '../../../../engine/people/consents.ts';
import { registerPerson } from '../../../../engine/people/register.ts';
import type { CreditState } from '../../../../engine/programmes/credit/states.ts';
import { type Credit, type Entry, projects, students } from '../../../../engine/programmes/credit/store.ts';
import { reportHours } from '../../../../engine/programmes/credit/use-cases/report-hours.ts';
import { BIN, codesOf, newCommand, newHost, newStudent, unwrap } from '../../../support/credit/cast.ts';
import { aCredit, anEntry } from '../../../support/credit/credits.ts';
import { type Ground, NOW, openGround, put, someone, written } from '../../../support/credit/ground.ts';

let ground: Ground;
let student: Actor;
beforeAll(async () => {
  ground = await openGround();
  await newHost(ground.ctx);
  student = await newStudent(ground.ctx, 'worker');
  const words = {
    title: 'Жоба',
    searchTitle: 'жоба',
    description: 'Кітап оқу',
    address: 'Астана',
    region: '71',
  };
  const period = { from: '2026-09-10', to: '2026-10-04', places: 2, slots: [] };
  const origin = { organisationId: BIN, createdBy: 'head', createdAt: new Date(NOW) };
  const set = { ...words, ...period, ...origin, direction: 'elderly', state: 'published' } as const;
  await put(ground.ctx, projects, set, 'project');
  await put(ground.ctx, projects, { ...set, to: '2026-12-31' }, 'long-project');
});
afterAll(() => ground.close());
beforeEach(() => ground.clock.set(NOW));

const works = (...credits: readonly Credit[]) =>
  put(ground.ctx, students, { interviews: [], credits: [...credits] }, student.id);

const hours = { date: '2026-10-02', start: '10:00', minutes: 60, what: 'Кітап оқыдық', media: ['photo'] };
const report = (wish: Partial<typeof hours> = {}, actor = student) =>
  reportHours(ground.ctx, newCommand(actor), { ...hours, ...wish });

const refusedWith = (code: string, params?: object) => ({
  ok: false,
  reasons: [params === undefined ? { code } : { code, params }],
});

describe('a report', () => {
  it('is kept in the running credit as it was told', async () => {
    const former = aCredit({ state: 'left', entries: [anEntry()] });
    const credit = aCredit({ entries: [anEntry({ date: '2026-10-01' })] });
    await works(former, credit);
    const id = unwrap(await report());
    const entry: Entry = {
      ...{ id, ...hours, state: 'reported', reportedAt: new Date(NOW) },
      ...{ decidedBy: null, decidedAt: null, reason: null },
    };
    expect(await written(ground.ctx, students, student.id)).toMatchObject({
      state: { credits: [former, { ...credit, entries: [...credit.entries, entry] }] },
      action: 'hours reported',
      result: id,
      details: {
        date: hours.date,
        minutes: 60,
        transitions: [{ what: 'entry', id, from: null, to: 'reported' }],
      },
      events: [
        { type: 'credit.hours-reported', data: { student: student.id, credit: credit.id, entry: id } },
      ],
    });
  });

  it('that arrives again is the same entry, another is another', async () => {
    await works(aCredit());
    const command = newCommand(student);
    const first = unwrap(await reportHours(ground.ctx, command, hours));
    expect(unwrap(await reportHours(ground.ctx, command, hours))).toBe(first);
    expect(unwrap(await report({ start: '15:00' }))).not.toBe(first);
  });

  it.each<{ state: CreditState; code: string | null }>([
    { state: 'working', code: null },
    { state: 'report-returned', code: null },
    { state: 'report-sent', code: 'credit.hours-closed' },
    { state: 'approved', code: 'credit.no-participation' },
    { state: 'left', code: 'credit.no-participation' },
  ])('in $state: $code', async ({ state, code }) => {
    await works(aCredit({ state }));
    const answer = await report();
    expect(answer).toEqual(code === null ? { ok: true, value: expect.any(String) } : refusedWith(code));
  });

  it('needs a consent and a student', async () => {
    const { ctx } = ground;
    const silent = await newStudent(ctx, 'silent');
    unwrap(await withdrawConsent(ctx, newCommand(silent), { person: silent.id, purpose: 'credit' }));
    expect(await report({}, silent)).toEqual(refusedWith('credit.no-consent'));
    expect(await report({}, someone('nobody'))).toEqual(refusedWith('credit.no-consent'));
    const consents = [
      {
        purpose: 'credit',
        textVersion: '1',
        givenAt: new Date(NOW),
        until: new Date('2030-01-01T00:00:00Z'),
      },
    ].map((each) => ({ ...each, thirdParties: [], withdrawnAt: null }));
    const chat = 'staff.telegram.visitor';
    const blank = { region: null, phone: null, birthDate: '2000-01-01', grants: [], student: null };
    const visitor = { chat, name: 'Қонақ', language: 'kk' as const, ...blank, consents };
    const id = unwrap(await registerPerson(ctx, newCommand(), visitor));
    await expect(report({}, someone(id))).rejects.toMatchObject({
      code: 'not-found',
      message: `student ${id} does not exist`,
    });
  });
});

describe('unreadable', () => {
  it.each([
    { date: '2026-02-30' },
    { date: '02.10.2026' },
    { start: '24:00' },
    { start: '9:00' },
    { minutes: 0 },
    { minutes: -60 },
    { minutes: 30.5 },
    { minutes: Number.NaN },
  ])('is %o', async (wish) => {
    await works(aCredit());
    expect(await report(wish)).toEqual(refusedWith('credit.hours-unreadable'));
  });

  it('is not a single minute', async () => {
    await works(aCredit());
    expect((await report({ minutes: 1 })).ok).toBe(true);
  });
});

describe('days', () => {
  const outside = refusedWith('credit.hours-outside-project', { from: '2026-09-10', to: '2026-10-04' });
  it.each([
    { what: 'before the credit', date: '2026-09-14', answer: { from: '2026-09-15' } },
    { what: 'on its first', date: '2026-09-15', answer: null },
  ])('$what', async ({ date, answer }) => {
    await works(aCredit({ startedOn: '2026-09-15' }));
    const expected = answer ? refusedWith('credit.hours-before-start', answer) : { ok: true };
    expect(await report({ date })).toMatchObject(expected);
  });

  it.each([
    { what: 'before the project', date: '2026-09-09', inside: false },
    { what: 'on its first', date: '2026-09-10', inside: true },
    { what: 'on its last', date: '2026-10-04', inside: true },
    { what: 'after it', date: '2026-10-05', inside: false },
  ])('$what', async ({ date, inside }) => {
    await works(aCredit({ startedOn: '2026-09-01' }));
    expect(await report({ date, start: '09:00' })).toMatchObject(inside ? { ok: true } : outside);
  });

  it.each([
    { end: 'now', now: '2026-10-05T06:00:00.000Z', ok: true },
    { end: 'in a millisecond', now: '2026-10-05T05:59:59.999Z', ok: false },
  ])('that end $end: $ok', async ({ now, ok }) => {
    await works(aCredit({ projectId: 'long-project' }));
    ground.clock.set(now);
    const answer = await report({ date: '2026-10-05', start: '10:00', minutes: 60 });
    expect(answer).toMatchObject(ok ? { ok } : refusedWith('credit.hours-in-future'));
  });
});

describe('beside other entries', () => {
  const at = (start: string, minutes: number, wish: Partial<Entry> = {}) =>
    anEntry({ date: hours.date, start, minutes, ...wish });

  it.each([
    { what: 'right after', there: at('09:00', 60), free: true },
    { what: 'a minute into the one before', there: at('09:00', 61), free: false },
    { what: 'right before', there: at('11:00', 60), free: true },
    { what: 'a minute into the next', there: at('10:59', 60), free: false },
    { what: 'the same', there: at('10:00', 60), free: false },
    { what: 'within a longer one', there: at('09:00', 180), free: false },
    { what: 'around a shorter one', there: at('10:20', 10), free: false },
    { what: 'one that was confirmed', there: at('10:00', 60, { state: 'confirmed' }), free: false },
    { what: 'one that was returned', there: at('10:00', 60, { state: 'returned' }), free: true },
    { what: 'one of another day', there: at('10:00', 60, { date: '2026-10-01' }), free: true },
  ])('$what: $free', async ({ there, free }) => {
    await works(aCredit({ entries: [there] }));
    const { date, start, minutes } = there;
    const overlap = refusedWith('credit.hours-overlap', { date, start, minutes });
    expect(await report()).toEqual(free ? { ok: true, value: expect.any(String) } : overlap);
  });

  it('of another credit of the same student', async () => {
    await works(aCredit({ state: 'left', entries: [at('10:30', 60)] }), aCredit());
    expect(codesOf(await report())).toEqual(['credit.hours-overlap']);
  });

  it.each([
    { what: 'to the minute', start: '23:00', minutes: 60, ok: true },
    { what: 'a minute over', start: '23:00', minutes: 61, ok: false },
  ])('until midnight, $what', async ({ start, minutes, ok }) => {
    await works(aCredit());
    expect(await report({ start, minutes })).toMatchObject(
      ok ? { ok } : refusedWith('credit.hours-past-midnight'),
    );
  });

  it.each([
    { minutes: 480, there: [], left: null },
    { minutes: 481, there: [], left: 480 },
    { minutes: 180, there: [300], left: null },
    { minutes: 181, there: [300], left: 180 },
    { minutes: 61, there: [300, 120], left: 60 },
    { minutes: 60, there: [300, 120], left: null },
    { minutes: 1, there: [480], left: 0 },
    { minutes: 1, there: [490], left: 0 },
  ])('$minutes minutes after $there: left $left', async ({ minutes, there, left }) => {
    const begins = ['00:00', '20:00'];
    await works(aCredit({ entries: there.map((each, index) => at(begins[index] ?? '', each)) }));
    const limit = refusedWith('credit.too-many-hours-a-day', { limit: 480, left, date: hours.date });
    expect(await report({ start: '10:00', minutes })).toEqual(
      left === null ? { ok: true, value: expect.any(String) } : limit,
    );
  });

  it('counts the day over all credits, without what was returned', async () => {
    const returned = at('00:00', 400, { state: 'returned' });
    await works(aCredit({ state: 'left', entries: [at('00:00', 450)] }), aCredit({ entries: [returned] }));
    expect((await report({ minutes: 30 })).ok).toBe(true);
    expect(codesOf(await report({ start: '12:00', minutes: 1 }))).toEqual(['credit.too-many-hours-a-day']);
  });
});
