// The public vote: one a person and stage, within the electorate; what is odd is shown and decides nothing.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import {
  castVote,
  decideElector,
  electorsAsking,
  importRoster,
  joinElectorate,
  votableNominees,
  votesShownTo,
} from '../../../engine/programmes/contest/programme.ts';
import { editions } from '../../../engine/programmes/contest/store.ts';
import { rosters, votes } from '../../../engine/programmes/contest/votes/store.ts';
import {
  codesOf,
  college,
  command,
  departmentOf,
  officerOf,
  person,
  unwrap,
} from '../../support/contest/people.ts';
import { rosterVoter, voter } from '../../support/contest/voters.ts';
import { placed } from '../../support/contest/winners.ts';
import { dumpOf, traces } from '../../support/dump.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-09-10T06:00:00Z' });
const officer = officerOf('alpha');

const cast = (actor: Actor, nomination: string) => castVote(engine.ctx, command(actor), nomination);
const atCollege = async () => {
  await college(engine.ctx, 'alpha');
  return (await placed(engine.ctx, { state: 'at-college' })).id;
};
const inRegion = async () => {
  await college(engine.ctx, 'alpha');
  engine.clock.set('2026-10-08T06:00:00Z');
  return (await placed(engine.ctx, { state: 'sent' })).id;
};
const shown = (id: string, actor: Actor = officer) => votesShownTo(engine.ctx, actor, id);

describe('at the college', () => {
  it('C-20: is one a person and stage; the second is refused, also for another nominee and at the same moment', async () => {
    const [one, two] = [await atCollege(), (await placed(engine.ctx, { state: 'at-college' })).id];
    const actor = await rosterVoter(engine.ctx, 'alpha');
    const both = await Promise.all([cast(actor, one), cast(actor, two), cast(actor, one)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codesOf(await cast(actor, two))).toEqual(['contest.voted-already']);
    expect(await votes.on(engine.ctx.db).countDocuments({ voter: actor.id })).toBe(1);
  });

  it('C-20: has a vote of its own at the regional stage', async () => {
    const id = await atCollege();
    const actor = await rosterVoter(engine.ctx, 'alpha');
    expect(await cast(actor, id)).toEqual({ ok: true, value: { stage: 'college', as: 'student' } });
    engine.clock.set('2026-10-08T06:00:00Z');
    const { id: sent } = await placed(engine.ctx, { state: 'sent' });
    expect(await cast(actor, sent)).toEqual({ ok: true, value: { stage: 'region', as: 'youth' } });
  });

  it('C-15: is for its students and teaching staff, and for nobody else', async () => {
    const { ctx } = engine;
    const id = await atCollege();
    await college(ctx, 'beta');
    expect(await cast(await rosterVoter(ctx, 'alpha', 'teacher'), id)).toMatchObject({
      value: { as: 'teacher' },
    });
    expect(codesOf(await cast(await rosterVoter(ctx, 'beta'), id))).toEqual(['contest.elector-outside']);
    expect(codesOf(await cast(await voter(ctx), id))).toEqual(['contest.elector-outside']);
  });

  it('C-15: waits for the college where the roster does not know somebody, and is theirs once it has confirmed', async () => {
    const { ctx } = engine;
    const id = await atCollege();
    const actor = await voter(ctx);
    const wish = { edition: '2026', college: 'alpha', standing: 'student' } as const;
    expect(await joinElectorate(ctx, command(actor), wish)).toEqual({ ok: true, value: 'asked' });
    expect(codesOf(await cast(actor, id))).toEqual(['contest.elector-waits']);
    const [asking] = await electorsAsking(ctx, '2026', 'alpha');
    const decide = (by: Actor, confirm = true) => decideElector(ctx, command(by), asking?._id ?? '', confirm);
    expect(codesOf(await decide(officerOf('beta')))).toEqual(['common.not-allowed']);
    unwrap(await decide(officer));
    expect(codesOf(await cast(actor, id))).toEqual([]);
    expect(codesOf(await joinElectorate(ctx, command(actor), wish))).toEqual(['contest.elector-already']);
  });

  it('C-15: takes a roster that keeps no names, and each line for one account only', async () => {
    const { ctx } = engine;
    await atCollege();
    const entries = [
      { name: 'Сериков Аян', birthDate: '2007-01-02', standing: 'student' as const },
      { name: 'Аян Сериков', birthDate: '2007-01-02', standing: 'student' as const },
    ];
    const roster = { edition: '2026', college: 'alpha', entries };
    expect(await importRoster(ctx, command(officer), roster)).toEqual({
      ok: true,
      value: { added: 1, known: 1 },
    });
    expect(codesOf(await importRoster(ctx, command(officerOf('beta')), roster))).toEqual([
      'common.not-allowed',
    ]);
    const wrong = {
      ...roster,
      entries: [{ name: 'Аян', birthDate: '2007-02-30', standing: 'student' as const }],
    };
    expect(await importRoster(ctx, command(officer), wrong)).toMatchObject({
      reasons: [{ code: 'contest.roster-line', params: { line: 1 } }],
    });
    expect(traces(await dumpOf(ctx.db), ['Сериков'])).toEqual([]);
    const wish = { edition: '2026', college: 'alpha', standing: 'student' } as const;
    const joined = async (name: string) =>
      joinElectorate(ctx, command(await voter(ctx, { name, birthDate: '2007-01-02' })), wish);
    expect(await joined('Аян Сериков')).toEqual({ ok: true, value: 'confirmed' });
    expect(await joined('Сериков Аян')).toEqual({ ok: true, value: 'asked' });
    expect(await rosters.on(ctx.db).countDocuments({})).toBe(1);
  });

  it('C-20: ends with the stage, on its last second', async () => {
    const id = await atCollege();
    const [one, two] = [await rosterVoter(engine.ctx, 'alpha'), await rosterVoter(engine.ctx, 'alpha')];
    engine.clock.set('2026-09-30T18:59:59Z');
    expect(codesOf(await cast(one, id))).toEqual([]);
    engine.clock.set('2026-09-30T19:00:00Z');
    expect(codesOf(await cast(two, id))).toEqual(['contest.vote-closed']);
  });
});

describe('in the region', () => {
  it('C-21: counts its youth and teaching staff, and shows anybody else apart with weight 0', async () => {
    const { ctx } = engine;
    const id = await inRegion();
    const as = async (actor: Actor) => unwrap(await cast(actor, id)).as;
    expect(await as(await voter(ctx, { birthDate: '2012-10-08' }))).toBe('youth');
    expect(await as(await voter(ctx, { birthDate: '2012-10-09' }))).toBe('outside');
    expect(await as(await voter(ctx, { birthDate: '1991-10-09' }))).toBe('youth');
    expect(await as(await voter(ctx, { birthDate: '1991-10-08' }))).toBe('outside');
    expect(await as(await voter(ctx, { region: '75' }))).toBe('outside');
    expect(await as(await rosterVoter(ctx, 'alpha', 'teacher', '75'))).toBe('teacher');
    const found = await shown(id, departmentOf('71'));
    expect(found).toMatchObject({ stage: 'region', counted: 3, outside: 3, percent: 100, weight: 0 });
  });

  it('C-20: shows totals as the edition says, signals only to those who run the stage', async () => {
    const { ctx } = engine;
    const id = await inRegion();
    const actor = await voter(ctx);
    unwrap(await cast(actor, id));
    expect(await shown(id, actor)).toMatchObject({ counted: 1, signals: null });
    expect(await shown(id, departmentOf('71'))).toMatchObject({
      counted: 1,
      signals: { bursts: [], alike: 0 },
    });
    await editions
      .on(ctx.db)
      .updateOne({ _id: '2026' }, { $set: { 'electorates.region.showsTotals': false } });
    expect(await shown(id, actor)).toBeNull();
    expect(await shown(id, departmentOf('75'))).toBeNull();
    expect(await shown(id, departmentOf('71'))).toMatchObject({ counted: 1 });
  });

  it('C-21: offers whom one may vote for, and nobody at a stage at which one has voted', async () => {
    const { ctx } = engine;
    const id = await inRegion();
    const actor = await voter(ctx);
    expect(await votableNominees(ctx, actor.id)).toMatchObject([{ nomination: id, stage: 'region' }]);
    unwrap(await cast(actor, id));
    expect(await votableNominees(ctx, actor.id)).toEqual([]);
    expect(await votableNominees(ctx, (await voter(ctx, { region: '75' })).id)).toEqual([]);
  });

  it('C-20: shows bursts, accounts of one person and fresh accounts, and leaves their votes as they are', async () => {
    const { ctx, clock } = engine;
    const id = await inRegion();
    const older = await Promise.all(Array.from({ length: 49 }, () => voter(ctx)));
    clock.set('2026-10-09T06:00:00Z');
    for (const each of older) unwrap(await cast(each, id));
    expect((await shown(id, departmentOf('71')))?.signals).toEqual({ bursts: [], alike: 0, fresh: 0 });
    const twins = { name: 'Егіз Мысал', birthDate: '2006-01-01' };
    unwrap(await cast(await voter(ctx, twins), id));
    unwrap(await cast(await voter(ctx, twins), id));
    const found = await shown(id, departmentOf('71'));
    expect(found).toMatchObject({ counted: 51, signals: { alike: 2, fresh: 2 } });
    expect(found?.signals?.bursts).toEqual([{ from: new Date('2026-10-09T06:00:00Z'), votes: 51 }]);
  });

  it('C-20: is for registered people only', async () => {
    const id = await inRegion();
    expect(codesOf(await cast(person('nobody'), id))).toEqual(['common.not-allowed']);
  });
});
