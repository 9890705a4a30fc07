// Every deadline of the stages one second before and one second after, as data; each refusal names its day.
import { beforeEach, describe, expect, it } from 'vitest';
import { casesOf } from '../../../engine/commissions/store.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import {
  concludeStage,
  decideAdmission,
  formStageCommission,
  type Place,
  passNomination,
  proposeNomination,
  putUpNominees,
  scoreNominee,
  sendNomination,
  withdrawNomination,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { commissionAt, decideAt, scoreAll } from '../../support/contest/commission.ts';
import {
  codesOf,
  college,
  command,
  departmentOf,
  nominee,
  officerOf,
  student,
  unwrap,
  wish,
} from '../../support/contest/people.ts';
import { ranked, standing } from '../../support/contest/stages.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-09-01T06:00:00Z' });
beforeEach(() => college(engine.ctx, 'alpha'));

const officer = officerOf('alpha');
const department = departmentOf('71');
const atCollege: Place = { edition: '2026', stage: 'college', at: 'alpha' };
const atRegion: Place = { edition: '2026', stage: 'region', at: '71' };

/** Almaty is five hours ahead of UTC. */
const lastSecond = (day: string) => `${day}T18:59:59Z`;
const nextSecond = (day: string) => `${day}T19:00:00Z`;

interface Deadline {
  readonly id: string;
  readonly what: string;
  readonly day: string;
  readonly code: string;
  /** Brings it about in good time. @returns the act itself, twice: once in time and once too late */
  readonly prepare: (ctx: EngineContext) => Promise<() => Promise<Result<unknown>>>;
}

const acts = (list: readonly (() => Promise<Result<unknown>>)[]) => {
  let at = 0;
  return () => {
    const act = list[at];
    at += 1;
    if (!act) throw new Error('acted more often than prepared');
    return act();
  };
};

async function sitting(ctx: EngineContext, place: Place) {
  const set = place.stage === 'college' ? ({ state: 'at-college' } as const) : ({ state: 'sent' } as const);
  await standing(ctx, 1, set);
  const members = await commissionAt(ctx, place);
  return {
    members,
    id: unwrap(await putUpNominees(ctx, command(place.stage === 'college' ? officer : department), place)),
  };
}

const concluding = (place: Place) => async (ctx: EngineContext) => {
  const { members } = await sitting(ctx, place);
  await scoreAll(ctx, place, members);
  const by = place.stage === 'college' ? officer : department;
  const act = () => concludeStage(ctx, command(by), place);
  return acts([act, act]);
};

const scoring = (place: Place) => async (ctx: EngineContext) => {
  const { members, id } = await sitting(ctx, place);
  const [found] = await casesOf(ctx, id);
  const scores = ['study', 'achievements', 'community', 'personality'].map((criterion) => ({
    criterion,
    score: 4,
  }));
  return acts(
    members.slice(0, 2).map((member) => () => scoreNominee(ctx, command(member), found?._id ?? '', scores)),
  );
};

const deadlines: readonly Deadline[] = [
  {
    ...{ id: 'C-13', what: 'a nomination', day: '2026-09-30', code: 'contest.over-internal' },
    prepare: async (ctx) => {
      const people = [await student(ctx), await student(ctx)];
      return acts(people.map((each) => () => proposeNomination(ctx, command(each), wish())));
    },
  },
  {
    ...{
      id: 'C-13',
      what: 'a confirmation by the college',
      day: '2026-09-30',
      code: 'contest.over-internal',
    },
    prepare: async (ctx) => {
      const ids = [await nominee(ctx), await nominee(ctx)];
      return acts(
        ids.map((nomination) => () => decideAdmission(ctx, command(officer), { nomination, admit: true })),
      );
    },
  },
  {
    ...{ id: 'C-13', what: 'a commission of the college', day: '2026-09-30', code: 'contest.over-internal' },
    prepare: async (ctx) => {
      await college(ctx, 'beta');
      const places = ['alpha', 'beta'];
      return acts(
        places.map((at) => () => formStageCommission(ctx, command(officerOf(at)), { ...atCollege, at })),
      );
    },
  },
  {
    ...{ id: 'C-13', what: 'scores at the college', day: '2026-09-30', code: 'contest.over-internal' },
    prepare: scoring(atCollege),
  },
  {
    ...{ id: 'C-13', what: "the college's decision", day: '2026-09-30', code: 'contest.over-internal' },
    prepare: concluding(atCollege),
  },
  {
    ...{ id: 'C-17', what: 'sending to the region', day: '2026-10-05', code: 'contest.over-submission' },
    prepare: async (ctx) => {
      const ids = await standing(ctx, 2, { state: 'chosen' });
      return acts(ids.map((id) => () => sendNomination(ctx, command(officer), id)));
    },
  },
  {
    ...{ id: 'C-18', what: 'withdrawing by the college', day: '2026-10-05', code: 'contest.over-submission' },
    prepare: async (ctx) => {
      const ids = await standing(ctx, 2, { state: 'chosen' });
      return acts(ids.map((id) => () => withdrawNomination(ctx, command(officer), id)));
    },
  },
  {
    ...{ id: 'C-23', what: 'scores in the region', day: '2026-10-15', code: 'contest.over-regional' },
    prepare: scoring(atRegion),
  },
  {
    ...{ id: 'C-23', what: "the region's decision", day: '2026-10-15', code: 'contest.over-regional' },
    prepare: concluding(atRegion),
  },
  {
    ...{ id: 'C-23', what: 'passing on by the department', day: '2026-10-15', code: 'contest.over-regional' },
    prepare: async (ctx) => {
      const at = ctx.clock.now();
      const ids = [1, 2].map(async (rank) => {
        const [id] = await standing(ctx, 1, { state: 'not-passed', placings: ranked(rank, at) });
        return id ?? '';
      });
      const both = await Promise.all(ids);
      return acts(both.map((id) => () => passNomination(ctx, command(department), id)));
    },
  },
];

describe('C-13, C-17, C-23', () => {
  it.each(deadlines)('$id: $what, until the last second of $day', async ({ day, code, prepare }) => {
    const { ctx, clock } = engine;
    const act = await prepare(ctx);
    clock.set(lastSecond(day));
    expect(codesOf(await act())).toEqual([]);
    clock.set(nextSecond(day));
    expect(await act()).toMatchObject({ ok: false, reasons: [{ code, params: { day } }] });
  });
});

it('is in time to the last millisecond of the last second', async () => {
  const { ctx, clock } = engine;
  const [id = ''] = await standing(ctx, 1, { state: 'chosen' });
  clock.set('2026-10-05T18:59:59.999Z');
  expect((await sendNomination(ctx, command(officer), id)).ok).toBe(true);
});

it('lets a nominee withdraw on the day after the sending, too', async () => {
  const { ctx, clock } = engine;
  const who = await student(ctx);
  const id = unwrap(await proposeNomination(ctx, command(who), wish()));
  clock.set(nextSecond('2026-10-05'));
  expect((await withdrawNomination(ctx, command(who), id)).ok).toBe(true);
});

it('nominates nobody before the edition begins', async () => {
  const { ctx, clock } = engine;
  const who = await student(ctx);
  clock.set('2025-12-31T18:59:59Z');
  expect(codesOf(await proposeNomination(ctx, command(who), wish()))).toEqual([
    'contest.before-announcement',
  ]);
  clock.set('2025-12-31T19:00:00Z');
  // In the new year; the consent was given in September, which is later: it is given anew for this.
  expect(codesOf(await proposeNomination(ctx, command(who), wish()))).not.toContain(
    'contest.before-announcement',
  );
});

it('a decision made in time is carried out afterwards, whenever it is', async () => {
  const { ctx, clock } = engine;
  await standing(ctx, 1, { state: 'at-college' });
  const members = await commissionAt(ctx, atCollege);
  clock.set(lastSecond('2026-09-30'));
  await decideAt(ctx, atCollege, members);
  clock.set(nextSecond('2026-09-30'));
  expect((await engine.ctx.db.collection('contest_nominations').findOne({}))?.state).toBe('chosen');
});
