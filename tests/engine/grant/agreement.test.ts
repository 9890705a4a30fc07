// A plan is agreed by both sides, in turn; one signature missing keeps it out of force.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  assignManager,
  importPlan,
  projectOf,
  returnPlan,
  samplePlan,
  sendEvidence,
  sendPlan,
  signPlan,
  versionInForce,
  versionOf,
} from '../../../engine/programmes/grant/programme.ts';
import { codesOf, newCommand, newStaff, unwrap } from '../../support/credit/cast.ts';
import { testContext } from '../../support/engine-context.ts';
import {
  agreedProject,
  evidenceFor,
  newGrantor,
  newPhoto,
  sentProject,
  signAll,
} from '../../support/grant/cast.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

let ctx: EngineContext;
beforeAll(async () => {
  ctx = testContext(await openStore(), new ManualClock('2025-06-20T06:00:00Z'));
});
afterAll(() => giveBack(ctx.db));

describe('signing', () => {
  it('G-43: four at the grantor’s sign after the president; a missing one leaves the plan out of force', async () => {
    const stage = await sentProject(ctx, 'four');
    const { project, president, grantors } = stage;
    const sign = (actor: typeof president, as: Parameters<typeof signPlan>[2]['as'], acting = false) =>
      signPlan(ctx, newCommand(actor), { project, version: 1, as, acting });
    // Nobody signs before their turn.
    expect(codesOf(await sign(grantors['grant-chair'], 'grant-chair'))).toEqual(['grant.not-their-turn']);
    for (const [actor, as] of [
      [president, 'grant-president'],
      [grantors['grant-chief-manager'], 'grant-chief-manager'],
      [grantors['grant-director'], 'grant-director'],
      [grantors['grant-deputy-chair'], 'grant-deputy-chair'],
    ] as const) {
      expect(unwrap(await sign(actor, as, as === 'grant-director'))).toBe(false);
      expect(versionInForce(await projectOf(ctx, project))).toBeNull();
    }
    expect(unwrap(await sign(grantors['grant-chair'], 'grant-chair', true))).toBe(true);
    const version = versionInForce(await projectOf(ctx, project));
    expect(version?.signatures.map(({ as, acting }) => `${as} ${acting}`)).toEqual([
      ...['grant-president false', 'grant-chief-manager false', 'grant-director true'],
      ...['grant-deputy-chair false', 'grant-chair true'],
    ]);
  });

  it('G-43: nobody signs for a post that they do not hold, twice, or for both sides', async () => {
    const { project, lead, president, grantors } = await sentProject(ctx, 'rights');
    const as = (role: Parameters<typeof signPlan>[2]['as'], actor: typeof lead) =>
      signPlan(ctx, newCommand(actor), { project, version: 1, as: role, acting: false });
    expect(codesOf(await as('grant-president', lead))).toEqual(['common.not-allowed']);
    expect(codesOf(await as('grant-chief-manager', president))).toEqual(['common.not-allowed']);
    unwrap(await as('grant-president', president));
    expect(codesOf(await as('grant-president', president))).toEqual(['grant.signed-already']);
    const both = await newStaff(ctx, 'both-posts', [
      { role: 'grant-chief-manager', scope: 'all' },
      { role: 'grant-director', scope: 'all' },
    ]);
    unwrap(await as('grant-chief-manager', both));
    expect(codesOf(await as('grant-director', both))).toEqual(['grant.signed-already']);
    unwrap(await as('grant-director', grantors['grant-director']));
    // Whoever has come to hold a role in the team of the project signs for the grantor no more.
    const turned = {
      ...grantors['grant-deputy-chair'],
      grants: [
        ...grantors['grant-deputy-chair'].grants,
        { role: 'grant-manager' as const, scope: `project:${project}` },
      ],
    };
    expect(codesOf(await as('grant-deputy-chair', turned))).toEqual(['common.not-allowed']);
  });

  it('G-16: the president signs with the statement; a change after that is a new version for both sides', async () => {
    const stage = await agreedProject(ctx, 'changed');
    const { project, lead } = stage;
    const first = versionInForce(await projectOf(ctx, project));
    expect(first?.signatures[0]).toMatchObject({ as: 'grant-president', by: stage.president.id });
    // The same plan is no new version.
    expect(codesOf(await sendPlan(ctx, newCommand(lead), project))).toEqual(['grant.plan-unchanged']);
    const plan = samplePlan();
    const changed = { ...plan, general: { ...plan.general, to: '2025-11-30' } };
    unwrap(await importPlan(ctx, newCommand(lead), project, changed));
    expect(unwrap(await sendPlan(ctx, newCommand(lead), project))).toBe(2);
    // Until everybody has signed, the first one holds.
    const between = await projectOf(ctx, project);
    expect(versionInForce(between)?.no).toBe(1);
    expect(versionOf(between, 1).plan).toEqual(first?.plan);
    await signAll(ctx, stage, 2);
    const after = await projectOf(ctx, project);
    expect(after.versions.map(({ no, state }) => [no, state])).toEqual([
      [1, 'replaced'],
      [2, 'in-force'],
    ]);
    expect(versionInForce(after)?.plan.general.to).toBe('2025-11-30');
  });

  it('a version that was returned goes back with its comment, and nobody signs it any more', async () => {
    const { project, president, lead, grantors } = await sentProject(ctx, 'returned');
    unwrap(
      await signPlan(ctx, newCommand(president), {
        project,
        version: 1,
        as: 'grant-president',
        acting: false,
      }),
    );
    const signing = { project, version: 1, as: 'grant-chief-manager' } as const;
    const manager = grantors['grant-chief-manager'];
    unwrap(await returnPlan(ctx, newCommand(manager), { ...signing, comment: 'Көрсеткіштерді нақтылаңыз' }));
    expect(codesOf(await signPlan(ctx, newCommand(manager), { ...signing, acting: false }))).toEqual([
      'common.already-decided',
    ]);
    expect(versionOf(await projectOf(ctx, project), 1).returned?.comment).toBe('Көрсеткіштерді нақтылаңыз');
    // Sent again it begins anew.
    expect(unwrap(await sendPlan(ctx, newCommand(lead), project))).toBe(2);
    expect(versionOf(await projectOf(ctx, project), 2).signatures).toEqual([]);
  });

  it('G-02: a plan with a fault is not sent, and each fault is named', async () => {
    const { project, lead } = await sentProject(ctx, 'faulty');
    const plan = samplePlan();
    const empty = { ...plan, general: { ...plan.general, goal: null, partners: [] } };
    unwrap(await importPlan(ctx, newCommand(lead), project, empty));
    const refused = await sendPlan(ctx, newCommand(lead), project);
    expect(codesOf(refused)).toEqual(['grant.line-empty', 'grant.line-empty']);
    expect(!refused.ok && refused.reasons.map(({ params }) => params?.line)).toEqual(['goal', 'partners']);
  });
});

describe('a project that is not agreed', () => {
  it('takes no evidence', async () => {
    const { project, lead } = await sentProject(ctx, 'early');
    const evidence = evidenceFor(project, '1.1.1', { media: [await newPhoto(ctx, lead)] });
    expect(codesOf(await sendEvidence(ctx, newCommand(lead), evidence))).toEqual(['grant.not-in-force']);
  });

  it('G-46: is assigned to whoever signs it as chief manager, or by the director', async () => {
    const { project, grantors } = await agreedProject(ctx, 'assigned');
    expect((await projectOf(ctx, project)).manager).toBe(grantors['grant-chief-manager'].id);
    const other = await newGrantor(ctx, 'other-manager', 'grant-chief-manager');
    const assign = (actor: typeof other, manager: string) =>
      assignManager(ctx, newCommand(actor), { project, manager });
    expect(codesOf(await assign(other, other.id))).toEqual(['common.not-allowed']);
    expect(codesOf(await assign(grantors['grant-director'], grantors['grant-chair'].id))).toEqual([
      'grant.no-such-manager',
    ]);
    unwrap(await assign(grantors['grant-director'], other.id));
    expect((await projectOf(ctx, project)).manager).toBe(other.id);
  });
});
