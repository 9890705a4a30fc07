// The republican stage: a working group of its own composition, the list of all winners or of those it placed, certificates.
import { describe, expect, it } from 'vitest';
import { seeProtocol } from '../../../engine/commissions/see.ts';
import { certificates } from '../../../engine/documents/certificates/store.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import {
  concludeRanking,
  editionOf,
  formWorkingGroup,
  groupKinds,
  groupSitting,
  keptEdition,
  laureateCertificate,
  nominationOf,
  openGroupCases,
  publishLaureates,
  putUpWinners,
  scoreWinner,
} from '../../../engine/programmes/contest/programme.ts';
import { editions } from '../../../engine/programmes/contest/store.ts';
import { groupOf, seatInGroup } from '../../support/contest/group.ts';
import { codesOf, college, command, departmentOf, operator, unwrap } from '../../support/contest/people.ts';
import { holding, placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-11-10T06:00:00Z' });

const publish = (actor: Actor = holding) => publishLaureates(engine.ctx, command(actor), '2026');
const stateOf = async (id: string) => (await nominationOf(engine.ctx, id)).state;
const limit = async (laureates: number) => {
  await keptEdition(engine.ctx, '2026');
  await editions.on(engine.ctx.db).updateOne({ _id: '2026' }, { $set: { laureates } });
};

describe('the working group', () => {
  it('C-35: has its own composition: without one of the six it publishes nothing, and each is named', async () => {
    await college(engine.ctx, 'alpha');
    const { id } = await placed(engine.ctx);
    expect(codesOf(await publish())).toEqual(['contest.group-not-formed']);
    await groupOf(engine.ctx, []);
    for (const [n, kind] of groupKinds.entries()) {
      const refused = await publish();
      const missing = refused.ok
        ? []
        : refused.reasons.flatMap(({ code, params }) =>
            code === 'commissions.kind-missing' ? params?.kind : [],
          );
      expect(missing).toEqual(groupKinds.slice(n));
      await seatInGroup(engine.ctx, kind);
    }
    expect(await publish()).toEqual({ ok: true, value: 1 });
    expect(await stateOf(id)).toBe('laureate');
  });

  it('C-35: is formed by the Holding alone, once', async () => {
    for (const other of [departmentOf('71'), operator])
      expect(codesOf(await formWorkingGroup(engine.ctx, command(other), '2026'))).toEqual([
        'common.not-allowed',
      ]);
    unwrap(await formWorkingGroup(engine.ctx, command(holding), '2026'));
    expect(codesOf(await formWorkingGroup(engine.ctx, command(holding), '2026'))).toEqual([
      'common.already-done',
    ]);
  });
});

it('C-34: runs from the first second of 20 October to the last of 31 December', async () => {
  const { ctx, clock } = engine;
  await college(ctx, 'alpha');
  await placed(ctx);
  await groupOf(ctx);
  clock.set('2026-10-19T18:59:59Z');
  expect(await publish()).toMatchObject({
    reasons: [{ code: 'contest.before-republican', params: { day: '2026-10-20' } }],
  });
  clock.set('2026-12-31T19:00:00Z');
  expect(await publish()).toMatchObject({
    reasons: [{ code: 'contest.over-republican', params: { day: '2026-12-31' } }],
  });
  clock.set('2026-12-31T18:59:59Z');
  expect(await publish()).toEqual({ ok: true, value: 1 });
  const late = await placed(ctx);
  clock.set('2026-10-19T19:00:00Z');
  expect(await publish()).toEqual({ ok: true, value: 1 });
  expect(await stateOf(late.id)).toBe('laureate');
});

it('C-38: publishes all winners where the list has no limit, each with a certificate, and nobody else', async () => {
  const { ctx } = engine;
  await college(ctx, 'alpha');
  const winners = [await placed(ctx), await placed(ctx, { region: '75' })];
  const left = await placed(ctx, { state: 'not-passed' });
  await groupOf(ctx);
  expect(codesOf(await publish(departmentOf('71')))).toEqual(['common.not-allowed']);
  expect(await publish()).toEqual({ ok: true, value: 2 });
  expect(codesOf(await publish())).toEqual(['contest.list-empty']);
  for (const { id } of winners) expect(await stateOf(id)).toBe('laureate');
  expect(await stateOf(left.id)).toBe('not-passed');
  await engine.carryOn();
  for (const { id } of winners) {
    const issued = await certificates.on(ctx.db).findById(laureateCertificate(id)).lean();
    expect(issued).toMatchObject({ kind: 'contest.laureate', state: 'issued' });
    expect(issued?.facts[0]).toEqual({ name: 'year', value: '2026' });
  }
  expect(await certificates.on(ctx.db).findById(laureateCertificate(left.id)).lean()).toBeNull();
});

describe('C-38: a limited list', () => {
  const score = async (member: Actor, points: (nomination: string) => number) => {
    const { criteria } = await editionOf(engine.ctx, '2026');
    for (const { _id, subject } of await openGroupCases(engine.ctx, '2026')) {
      const scores = criteria.republic.map(({ id }) => ({ criterion: id, score: points(subject) }));
      unwrap(await scoreWinner(engine.ctx, command(member), _id, scores));
    }
  };

  it('is ranked by the group, its ties by the earlier winner, and only then published', async () => {
    const { ctx, clock } = engine;
    await college(ctx, 'alpha');
    await limit(2);
    const best = await placed(ctx);
    clock.advance(1_000);
    const earlier = await placed(ctx);
    clock.advance(1_000);
    const later = await placed(ctx);
    const members = await groupOf(ctx);
    expect(codesOf(await publish())).toEqual(['contest.list-undecided']);
    unwrap(await putUpWinners(ctx, command(holding), '2026'));
    expect(codesOf(await publish())).toEqual(['contest.list-undecided']);
    for (const member of members) await score(member, (id) => (id === best.id ? 5 : 3));
    const sitting = (await groupSitting(ctx, '2026'))?._id ?? '';
    unwrap(await concludeRanking(ctx, command(holding), '2026'));
    expect(await publish()).toEqual({ ok: true, value: 2 });
    expect(await Promise.all([best, earlier, later].map(({ id }) => stateOf(id)))).toEqual([
      'laureate',
      'laureate',
      'passed',
    ]);
    expect((await nominationOf(ctx, earlier.id)).placings.republic).toMatchObject({
      sitting,
      protocol: 1,
      rank: 2,
      awarded: true,
    });
    const protocol = unwrap(await seeProtocol(ctx, holding, sitting)).protocol;
    expect(JSON.stringify(protocol)).toContain(later.id);
  });

  it('is not decided without more than half of the group', async () => {
    const { ctx } = engine;
    await limit(1);
    await placed(ctx);
    const members = await groupOf(ctx);
    unwrap(await putUpWinners(ctx, command(holding), '2026'));
    for (const member of members.slice(0, 3)) await score(member, () => 4);
    expect(codesOf(await concludeRanking(ctx, command(holding), '2026'))).toEqual([
      'commissions.quorum-not-reached',
    ]);
  });

  it('needs no scores where there is no limit', async () => {
    await groupOf(engine.ctx);
    expect(codesOf(await putUpWinners(engine.ctx, command(holding), '2026'))).toEqual([
      'contest.list-unlimited',
    ]);
  });
});
