// Who sees and enters what in a project: its team, the grantor's four, and nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  evidenceSeenBy,
  grant,
  lateIn,
  nameMember,
  planOf,
  projectOf,
  projectsSeenBy,
  seenProject,
  seesContacts,
  setImpact,
  setMoney,
  setTrip,
  standingOf,
  verdictOf,
} from '../../../engine/programmes/grant/programme.ts';
import { codesOf, newCommand, personOf, unwrap } from '../../support/credit/cast.ts';
import { testContext } from '../../support/engine-context.ts';
import {
  acceptedEvidence,
  agreedProject,
  newGrantor,
  newMember,
  type Stage,
  sentProject,
  withRole,
} from '../../support/grant/cast.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

let ctx: EngineContext;
let own: Stage;
let other: Stage;
beforeAll(async () => {
  ctx = testContext(await openStore(), new ManualClock('2025-06-20T06:00:00Z'));
  own = await agreedProject(ctx, 'own');
  other = await agreedProject(ctx, 'other');
});
afterAll(() => giveBack(ctx.db));

const seen = async (actor: Actor) => {
  const { items } = await projectsSeenBy(ctx, actor, {}, { limit: 50, after: null });
  return items.map(({ _id }) => _id).sort();
};

describe('seeing', () => {
  it('G-46: a grantee sees their own projects, and of another not even that it exists', async () => {
    expect(await seen(own.lead)).toEqual([own.project]);
    await expect(seenProject(ctx, own.lead, other.project)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      evidenceSeenBy(ctx, own.lead, { project: other.project }, { limit: 5, after: null }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const stranger = await newMember(ctx, 'stranger');
    expect(await seen(stranger)).toEqual([]);
    await expect(evidenceSeenBy(ctx, stranger, {}, { limit: 5, after: null })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('G-46: a manager sees the projects assigned, and those that nobody has taken; a director all', async () => {
    const manager = own.grantors['grant-chief-manager'];
    expect(await seen(manager)).toEqual([own.project]);
    await expect(seenProject(ctx, manager, other.project)).rejects.toMatchObject({ code: 'not-found' });
    const free = await sentProject(ctx, 'free');
    expect(await seen(manager)).toEqual([own.project, free.project].sort());
    expect(await seen(own.grantors['grant-director'])).toEqual(
      [own.project, other.project, free.project].sort(),
    );
  });

  it('G-46: evidence of other projects is in nobody’s list', async () => {
    await acceptedEvidence(ctx, own, '1.1.1');
    await acceptedEvidence(ctx, other, '1.1.1');
    const rows = async (actor: Actor) =>
      (await evidenceSeenBy(ctx, actor, {}, { limit: 50, after: null })).items.map(({ project }) => project);
    expect(await rows(own.lead)).toEqual([own.project]);
    expect(await rows(own.grantors['grant-chief-manager'])).toEqual([own.project]);
    expect((await rows(own.grantors['grant-chair'])).sort()).toEqual([own.project, other.project].sort());
  });

  it('G-06: contacts are seen by the team and the grantor only', async () => {
    const [member] = planOf(await projectOf(ctx, own.project)).team.members;
    const who = { member: member?.id ?? '', name: 'Үлгі Мысалова', contact: '+77000000000' };
    unwrap(await nameMember(ctx, newCommand(own.lead), own.project, who));
    const project = await projectOf(ctx, own.project);
    expect(project.contacts).toMatchObject([{ name: 'Үлгі Мысалова' }]);
    // Not in the plan that is signed, exported and shown.
    expect(JSON.stringify(project.versions)).not.toContain('Мысалова');
    const accountant = await withRole(ctx, 'contacts-accountant', own.project, 'grant-accountant');
    for (const actor of [own.lead, own.president, accountant, ...Object.values(own.grantors)])
      expect(seesContacts(actor, project)).toBe(true);
    const operator: Actor = { kind: 'person', id: 'operator', grants: [{ role: 'operator', scope: 'all' }] };
    for (const actor of [other.lead, other.grantors['grant-chief-manager'], operator])
      expect(seesContacts(actor, project)).toBe(false);
  });
});

describe('entering', () => {
  it('G-18: the accountant enters planned and spent totals and sees the balance', async () => {
    const accountant = await withRole(ctx, 'money-accountant', own.project, 'grant-accountant');
    const sums = { planned: 9_500_000, spent: 4_000_000 };
    expect(unwrap(await setMoney(ctx, newCommand(accountant), own.project, sums))).toEqual({
      ...sums,
      left: 5_500_000,
    });
    const over = unwrap(await setMoney(ctx, newCommand(accountant), own.project, { planned: 10, spent: 11 }));
    expect(over.left).toBe(-1);
    const pr = await withRole(ctx, 'money-pr', own.project, 'grant-pr');
    for (const actor of [pr, own.president, other.lead])
      expect(codesOf(await setMoney(ctx, newCommand(actor), own.project, sums))).toEqual([
        'common.not-allowed',
      ]);
    await expect(
      setMoney(ctx, newCommand(accountant), own.project, { planned: 0.5, spent: 0 }),
    ).rejects.toThrow(RangeError);
  });

  it('G-13: the trip days are entered by lead or manager, within the project', async () => {
    const trip = (from: string, days: number, actor = own.lead) =>
      setTrip(ctx, newCommand(actor), own.project, { from, days });
    expect(codesOf(await trip('2025-10-30', 3))).toEqual(['grant.trip-outside']);
    expect(codesOf(await trip('2025-04-30', 3))).toEqual(['grant.trip-outside']);
    expect(codesOf(await trip('2025-07-01', 0))).toEqual(['grant.trip-unreadable']);
    expect(codesOf(await trip('2025-07-01', 3, own.president))).toEqual(['common.not-allowed']);
    unwrap(await trip('2025-10-29', 3));
    expect((await projectOf(ctx, own.project)).trip).toEqual({ from: '2025-10-29', days: 3 });
  });

  it('G-47: block IV stands beside the fact: as it was entered, and as the rest of the project tells', async () => {
    unwrap(await setImpact(ctx, newCommand(own.lead), own.project, { line: 'direct', value: 51 }));
    expect(
      codesOf(await setImpact(ctx, newCommand(own.president), own.project, { line: 'ngos', value: 1 })),
    ).toEqual(['common.not-allowed']);
    await acceptedEvidence(ctx, own, '6.1.5', { quantity: 12_000, alsoServes: ['C2.1.4'] });
    const { impact } = await standingOf(ctx, await projectOf(ctx, own.project));
    expect(impact.map(({ line, plan, fact, told }) => [line, plan, fact, told])).toEqual([
      ['direct', 50, 51, null],
      ['indirect', 30_000, null, 12_000],
      ['employees', 3, null, 3],
      ['specialists', 5, null, 1],
      ['ngos', 1, null, null],
      ['partners', 20, null, 20],
    ]);
  });

  it('G-45: late activities and the terms of the contract are seen', async () => {
    const standing = await standingOf(ctx, await projectOf(ctx, own.project));
    // 1.2 ended on 31 May; nothing of it was accepted.
    expect(lateIn(standing)).toEqual(['1.2']);
    expect(standing.states.get('5.1')).toBe('upcoming');
    expect(standing.states.get('1.1')).toBe('on-track');
    const { outcome, reasons } = await verdictOf(ctx, standing);
    expect(outcome).toBe('notMet');
    expect(reasons.map(({ code }) => code)).toEqual([
      ...['grant.project-not-reached', 'grant.activities-overdue', 'grant.impact-not-reached'],
    ]);
  });
});

describe('a person who is erased', () => {
  it('leaves counts and signatures without names, notes and files', async () => {
    const stage = await agreedProject(ctx, 'erased');
    await acceptedEvidence(ctx, stage, '1.1.1', { place: 'Ақтау', note: 'Менің ескертуім' });
    const { lead, project } = stage;
    const [member] = planOf(await projectOf(ctx, project)).team.members;
    unwrap(
      await nameMember(ctx, newCommand(lead), project, {
        member: member?.id ?? '',
        name: 'lead-erased',
        contact: '+77000000001',
      }),
    );
    expect(await grant.personal.hasRecords(ctx, lead.id)).toBe(true);
    expect(await grant.personal.record(ctx, lead.id)).toMatchObject({
      projects: [{ id: project }],
      evidence: [{ place: 'Ақтау' }],
    });
    for (let times = 0; times < 2; times += 1) {
      await grant.personal.erasing.end(ctx, lead.id);
      await grant.personal.erasing.erase(ctx, lead.id);
    }
    const after = await projectOf(ctx, project);
    expect(after.contacts).toEqual([]);
    const { counted, progress } = await standingOf(ctx, after);
    expect(counted).toMatchObject([{ media: [], place: null, note: null, quantity: 1 }]);
    expect(progress.tasks[0]?.activities[0]?.indicators[0]?.percent).toBe(20);
    expect(await grant.personal.documents(ctx, lead.id)).toContain(`grant_projects/${project}`);
  });
});

it('the manager is another person by now where the role was given anew', async () => {
  const manager = await newGrantor(ctx, 'newcomer', 'grant-chief-manager');
  expect(await seen(await personOf(ctx, 'staff.telegram.newcomer'))).not.toContain(own.project);
  expect(manager.grants).toHaveLength(1);
});
