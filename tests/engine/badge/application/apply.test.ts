// Applying for a level: page, ages, directions, forms, providers, and what becomes of it.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { endOfDay, localDate } from '../../../../engine/kernel/calendar.ts';
import {
  type Application,
  applyForLevel,
  openLevels,
  participationOf,
} from '../../../../engine/programmes/badge/programme.ts';
import { mandatoryDirections } from '../../../../engine/programmes/badge/reference/mandatory.ts';
import { editEntry } from '../../../../engine/reference/entries.ts';
import {
  allDirections,
  applicationFor,
  newBadgeStaff,
  newProvider,
  newYoungPerson,
  type Staff,
} from '../../../support/badge/cast.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

/** 5 October 2026. */
const stage = withEngine('file');
let staff: Staff;
beforeAll(async () => {
  staff = await newBadgeStaff(stage.ctx);
});

let serial = 0;
const young = (birthDate: string): Promise<Actor> => {
  serial += 1;
  return newYoungPerson(stage.ctx, `young-${serial}`, birthDate);
};
const apply = async (
  person: Actor,
  over: Partial<Application> = {},
  level: Application['level'] = 'bronze',
) => applyForLevel(stage.ctx, newCommand(person), applicationFor(level, staff.mentor, over));
const reasonsOf = async (given: ReturnType<typeof apply>) => {
  const result = await given;
  return result.ok ? [] : result.reasons.map(({ code, params }) => ({ code, params }));
};

describe('the personal page', () => {
  it('B-03: is refused with what is missing, each named', async () => {
    const person = await young('2008-01-01');
    const { page } = applicationFor('bronze', staff.mentor);
    const bare = { ...page, photo: '', about: ' ', hobby: '', residence: { region: '71', place: '' } };
    expect(await reasonsOf(apply(person, { page: bare }))).toEqual(
      ['photo', 'residence', 'about', 'hobby'].map((field) => ({
        code: 'badge.page-missing',
        params: { field },
      })),
    );
    const unschooled = { ...page, study: { kind: 'college' as const, place: '', region: '71' } };
    expect(await reasonsOf(apply(person, { page: unschooled }))).toEqual([
      { code: 'badge.page-missing', params: { field: 'study' } },
    ]);
  });

  it('B-06: lets somebody who does not study apply as the setting says', async () => {
    const person = await young('2000-01-01');
    const { page } = applicationFor('bronze', staff.mentor);
    const study = { kind: 'none' as const, place: '', region: '71' };
    const wish = applicationFor('bronze', staff.mentor, { page: { ...page, study } });
    const closed = Object.assign(Object.create(stage.ctx.rules), {
      boolean: (programme: string, name: string, on: string) =>
        name === 'outsideEducationMayApply' ? false : stage.ctx.rules.boolean(programme, name, on),
    });
    const ctx = { ...stage.ctx, rules: closed, nudge: stage.ctx.nudge };
    expect(codesOf(await applyForLevel(ctx, newCommand(person), wish))).toEqual(['badge.only-in-education']);
    expect((await applyForLevel(stage.ctx, newCommand(person), wish)).ok).toBe(true);
  });
});

describe('ages on the day of application, 5 October 2026', () => {
  it('B-04: refuses the last day of being 13 and takes the 14th birthday', async () => {
    expect(await reasonsOf(apply(await young('2012-10-06')))).toEqual([
      { code: 'badge.too-young', params: { age: 13, least: 14 } },
    ]);
    expect((await apply(await young('2012-10-05'))).ok).toBe(true);
  });

  it('B-05: takes somebody of 29 and refuses from the 30th birthday on', async () => {
    expect((await apply(await young('1996-10-06'))).ok).toBe(true);
    expect(await reasonsOf(apply(await young('1996-10-05')))).toEqual([
      { code: 'badge.too-old', params: { age: 30, most: 29 } },
    ]);
  });

  it('B-07: refuses silver at 14 and gold at 15, naming the levels that are open', async () => {
    const fourteen = await young('2011-10-06');
    expect(await reasonsOf(apply(fourteen, {}, 'silver'))).toEqual([
      { code: 'badge.level-closed', params: { level: 'silver', age: 14, from: 15, open: 1, o1: 'bronze' } },
    ]);
    expect((await apply(await young('2011-10-05'), {}, 'silver')).ok).toBe(true);
    const fifteen = await young('2010-10-06');
    expect(await reasonsOf(apply(fifteen, {}, 'gold'))).toEqual([
      {
        code: 'badge.level-closed',
        params: { level: 'gold', age: 15, from: 16, open: 2, o1: 'bronze', o2: 'silver' },
      },
    ]);
    expect((await apply(await young('2010-10-05'), {}, 'gold')).ok).toBe(true);
  });

  it('lists what is open, without what is held or under way', () => {
    const { rules } = stage.ctx;
    const open = (all: Parameters<typeof openLevels>[3]) =>
      openLevels(rules, '2008-01-01', '2026-10-05', all);
    expect(open([])).toEqual(['bronze', 'silver', 'gold']);
    expect(open([{ level: 'bronze', state: 'awarded' }])).toEqual(['silver', 'gold']);
    expect(open([{ level: 'silver', state: 'refused' }])).toEqual(['bronze', 'silver', 'gold']);
    expect(open([{ level: 'gold', state: 'active' }])).toEqual(['bronze', 'silver']);
  });
});

describe('directions', () => {
  const without = (direction: string) =>
    allDirections('bronze').filter((each) => each.direction !== direction);
  const withOne = (direction: string, over: object): Application['directions'] =>
    allDirections('bronze').map((each) => (each.direction === direction ? { ...each, ...over } : each));

  it('B-09: refuses an application without a mandatory direction and names it', async () => {
    const person = await young('2008-01-01');
    expect(await reasonsOf(apply(person, { directions: without('reading') }))).toEqual([
      { code: 'badge.direction-mandatory', params: { direction: 'reading' } },
    ]);
  });

  it('B-08 B-10 B-100: takes any choice above what the operator made mandatory this year', async () => {
    const { ctx } = stage;
    const person = await young('2009-01-01');
    const wish = { directions: ['reading'] };
    unwrap(await editEntry(ctx, mandatoryDirections, newCommand(), '2026-silver', 0, wish));
    const chosen = allDirections('silver').filter(({ direction }) =>
      ['reading', 'talent', 'tourism'].includes(direction),
    );
    const id = unwrap(await apply(person, { directions: chosen }, 'silver'));
    const { directions } = await participationOf(ctx, id);
    expect(directions.map(({ direction, mandatory }) => [direction, mandatory])).toEqual([
      ['talent', false],
      ['reading', true],
      ['tourism', false],
    ]);
  });

  it('B-11: keeps how sport and talent are done, and refuses a form that is none', async () => {
    const person = await young('2008-01-01');
    expect(await reasonsOf(apply(person, { directions: withOne('sport', { form: 'circle' }) }))).toEqual([
      { code: 'badge.form-missing', params: { direction: 'sport' } },
    ]);
    const id = unwrap(await apply(person, { directions: withOne('sport', { form: 'own' }) }));
    const { directions } = await participationOf(stage.ctx, id);
    expect(directions.find(({ direction }) => direction === 'sport')?.form).toBe('own');
  });

  it('B-12: asks for one form of heritage', async () => {
    const person = await young('2008-01-01');
    expect(await reasonsOf(apply(person, { directions: withOne('heritage', { form: null }) }))).toEqual([
      { code: 'badge.form-missing', params: { direction: 'heritage' } },
    ]);
    expect((await apply(person, { directions: withOne('heritage', { form: 'extra-book' }) })).ok).toBe(true);
  });

  it.each(['volunteering', 'tourism'])(
    'B-13: does not go on with %s without a provider',
    async (direction) => {
      const person = await young('2008-01-01');
      expect(await reasonsOf(apply(person, { directions: withOne(direction, { provider: null }) }))).toEqual([
        { code: 'badge.provider-missing', params: { direction } },
      ]);
    },
  );

  it('B-96: refuses a provider that is not authorised, or not any more', async () => {
    const { ctx } = stage;
    const person = await young('2008-01-01');
    await newProvider(ctx, 'expired', { to: '2026-10-04' });
    await newProvider(ctx, 'elsewhere', { regions: ['75'] });
    for (const provider of ['expired', 'elsewhere', 'unknown'])
      expect(await reasonsOf(apply(person, { directions: withOne('tourism', { provider }) }))).toEqual([
        { code: 'badge.provider-not-authorised', params: { direction: 'tourism' } },
      ]);
    await newProvider(ctx, 'last-day', { to: '2026-10-05' });
    expect((await apply(person, { directions: withOne('tourism', { provider: 'last-day' }) })).ok).toBe(true);
  });

  it('refuses a direction that the level does not have', async () => {
    const person = await young('2008-01-01');
    const work = { direction: 'work' as const, form: null, activity: 'Мысал', provider: null };
    const wish = { directions: [...allDirections('bronze'), work] };
    expect(await reasonsOf(apply(person, wish))).toEqual([
      { code: 'badge.direction-not-of-level', params: { direction: 'work' } },
    ]);
  });

  it('B-15: takes work in any enterprise and field for gold', async () => {
    const person = await young('2008-01-01');
    const id = unwrap(await apply(person, {}, 'gold'));
    const { directions } = await participationOf(stage.ctx, id);
    expect(directions.at(-1)).toMatchObject({ direction: 'work', activity: 'Мысал', provider: null });
  });
});

describe('what is kept', () => {
  it('B-17 B-19 B-31: undertaking with text and date, due date, the longer term of the two', async () => {
    const { ctx, clock } = stage;
    const person = await young('2008-01-01');
    const id = unwrap(await apply(person, { longer: 'talent' }, 'gold'));
    const kept = await participationOf(ctx, id);
    expect(kept.undertaking).toEqual({ textVersion: expect.any(String), at: clock.now() });
    // 14 working days after Monday, 5 October: 23 October; 25 October is the Day of the Republic, a Sunday.
    expect(kept.dueAt).toEqual(endOfDay('2026-10-23'));
    expect(kept.startedOn).toBe(localDate(clock.now()));
    expect(kept.longer).toBe('talent');
    expect(kept.ruleVersion).toBe('2020');
  });

  it('answers a repeat of the command as the first time, and refuses the same level twice', async () => {
    const { ctx } = stage;
    const person = await young('2008-01-01');
    const command = newCommand(person);
    const wish = applicationFor('bronze', staff.mentor);
    const first = unwrap(await applyForLevel(ctx, command, wish));
    expect(unwrap(await applyForLevel(ctx, command, wish))).toBe(first);
    expect(await reasonsOf(apply(person))).toEqual([
      { code: 'badge.level-begun', params: { level: 'bronze' } },
    ]);
    expect(await reasonsOf(apply(person, {}, 'silver'))).toEqual([
      { code: 'badge.other-level-under-way', params: { level: 'bronze' } },
    ]);
  });

  it('refuses somebody without their own consent, or without a birth date', async () => {
    const { ctx } = stage;
    const nobody: Actor = { kind: 'person', id: 'nobody', grants: [] };
    expect(await reasonsOf(apply(nobody))).toEqual([{ code: 'badge.not-registered', params: undefined }]);
    const person = await young('2008-01-01');
    await ctx.db.collection('people').updateOne({ _id: person.id as never }, { $set: { consents: [] } });
    expect(await reasonsOf(apply(person))).toEqual([{ code: 'badge.no-consent', params: undefined }]);
  });

  it('refuses a mentor who is none, or of a centre without an agreement', async () => {
    const person = await young('2008-01-01');
    expect(await reasonsOf(apply(person, { mentor: staff.head.id }))).toEqual([
      { code: 'badge.mentor-gone', params: undefined },
    ]);
    expect(await reasonsOf(apply(person, { centre: '000000000000' }))).toEqual([
      { code: 'badge.mentor-gone', params: undefined },
    ]);
  });
});
