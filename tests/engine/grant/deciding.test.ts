// Who sends evidence, who decides on it, and who takes it back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  decideEvidence,
  evidenceOf,
  indicatorsIn,
  type NewEvidence,
  projectOf,
  reopenEvidence,
  sendEvidence,
  standingOf,
  undoEvidence,
} from '../../../engine/programmes/grant/programme.ts';
import { codesOf, newCommand, unwrap } from '../../support/credit/cast.ts';
import { testContext } from '../../support/engine-context.ts';
import {
  agreedProject,
  evidenceFor,
  newPhoto,
  newPhotos,
  type Stage,
  withRole,
} from '../../support/grant/cast.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

let ctx: EngineContext;
let stage: Stage;
beforeAll(async () => {
  ctx = testContext(await openStore(), new ManualClock('2025-08-20T06:00:00Z'));
  stage = await agreedProject(ctx, 'main');
});
afterAll(() => giveBack(ctx.db));

const manager = () => stage.grantors['grant-chief-manager'];

const send = async (indicator: string, more: Partial<NewEvidence> = {}, actor = stage.lead) =>
  sendEvidence(ctx, newCommand(actor), evidenceFor(stage.project, indicator, more));

const percentOf = async (indicator: string): Promise<number> => {
  const { progress } = await standingOf(ctx, await projectOf(ctx, stage.project));
  return indicatorsIn(progress).find((each) => each.indicator.id === indicator)?.percent ?? -1;
};

const link = (url: string, more: Partial<NewEvidence> = {}) =>
  ({ kind: 'link', link: url, ...more }) as const;

describe('who decides', () => {
  it('G-44: the manager to whom it is assigned accepts or returns with a comment; the grantee cannot', async () => {
    const evidence = unwrap(await send('4.2.4', { media: await newPhotos(ctx, stage.lead, 2) }));
    const accept = { evidence, accept: true } as const;
    for (const actor of [
      stage.lead,
      stage.president,
      stage.grantors['grant-chair'],
      stage.grantors['grant-director'],
    ])
      expect(codesOf(await decideEvidence(ctx, newCommand(actor), accept))).toEqual(['common.not-allowed']);
    // Not even one who is in the team and at the grantor's at once.
    const turned = {
      ...manager(),
      grants: [...manager().grants, { role: 'grant-lead' as const, scope: `project:${stage.project}` }],
    };
    expect(codesOf(await decideEvidence(ctx, newCommand(turned), accept))).toEqual(['common.not-allowed']);
    unwrap(
      await decideEvidence(ctx, newCommand(manager()), {
        evidence,
        accept: false,
        comment: 'Күні көрінбейді',
      }),
    );
    expect((await evidenceOf(ctx, evidence)).decision).toMatchObject({
      comment: 'Күні көрінбейді',
      quantity: null,
    });
    expect(codesOf(await decideEvidence(ctx, newCommand(manager()), accept))).toEqual([
      'common.already-decided',
    ]);
    unwrap(await reopenEvidence(ctx, newCommand(manager()), evidence));
    unwrap(await decideEvidence(ctx, newCommand(manager()), accept));
    expect(await percentOf('4.2.4')).toBe(20);
  });

  it('G-18: the accountant sends no evidence and decides on none', async () => {
    const accountant = await withRole(ctx, 'accountant', stage.project, 'grant-accountant');
    expect(codesOf(await send('1.1.1', { media: [await newPhoto(ctx, accountant)] }, accountant))).toEqual([
      'common.not-allowed',
    ]);
    const evidence = unwrap(await send('1.1.1', { media: await newPhotos(ctx, stage.lead, 1) }));
    expect(codesOf(await decideEvidence(ctx, newCommand(accountant), { evidence, accept: true }))).toEqual([
      'common.not-allowed',
    ]);
  });

  it('G-19: the PR specialist sends publications, views, media plan and digest, and no lists', async () => {
    const pr = await withRole(ctx, 'pr', stage.project, 'grant-pr');
    unwrap(await send('C2.1.1', link('https://t.me/qadam/pr-1'), pr));
    unwrap(await send('C2.1.4', { media: [await newPhoto(ctx, pr)], quantity: 1200 }, pr));
    unwrap(await send('C2.1.5', { kind: 'document', media: [await newPhoto(ctx, pr)] }, pr));
    unwrap(await send('C2.1.6', { kind: 'document', media: [await newPhoto(ctx, pr)] }, pr));
    expect(
      codesOf(
        await send('5.1.1', { kind: 'document', media: [await newPhoto(ctx, pr)], date: '2025-08-10' }, pr),
      ),
    ).toEqual(['common.not-allowed']);
  });

  it('G-20: the manager of the project sends evidence for events', async () => {
    const member = await withRole(ctx, 'event-manager', stage.project, 'grant-manager');
    unwrap(
      await send(
        '5.1.1',
        { kind: 'document', media: [await newPhoto(ctx, member)], date: '2025-08-10' },
        member,
      ),
    );
  });

  it('its sender takes it back while nobody has decided, and nobody else does', async () => {
    const media = await newPhotos(ctx, stage.lead, 1);
    const evidence = unwrap(await send('1.2.6', { media }));
    expect(codesOf(await undoEvidence(ctx, newCommand(stage.president), evidence))).toEqual([
      'common.not-allowed',
    ]);
    unwrap(await undoEvidence(ctx, newCommand(stage.lead), evidence));
    expect(codesOf(await decideEvidence(ctx, newCommand(manager()), { evidence, accept: true }))).toEqual([
      'common.already-decided',
    ]);
    unwrap(await send('1.2.6', { media }));
  });
});
