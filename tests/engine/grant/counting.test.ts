// Accepted evidence counts, as far as it was accepted, once in each indicator that it serves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  decideEvidence,
  evidenceOf,
  indicatorsIn,
  type NewEvidence,
  projectOf,
  sendEvidence,
  sendSurveyFigure,
  standingOf,
} from '../../../engine/programmes/grant/programme.ts';
import { codesOf, newCommand, unwrap } from '../../support/credit/cast.ts';
import { testContext } from '../../support/engine-context.ts';
import {
  acceptedEvidence,
  agreedProject,
  evidenceFor,
  newPhoto,
  newPhotos,
  type Stage,
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

describe('counting', () => {
  it('G-14: only accepted evidence counts, from the indicator up to the project', async () => {
    const before = (await standingOf(ctx, await projectOf(ctx, stage.project))).progress.share.reached;
    const media = await newPhotos(ctx, stage.lead, 5);
    const evidence = unwrap(await send('1.1.1', { media }));
    expect(await percentOf('1.1.1')).toBe(0);
    unwrap(await decideEvidence(ctx, newCommand(manager()), { evidence, accept: true }));
    expect(await percentOf('1.1.1')).toBe(100);
    const { progress } = await standingOf(ctx, await projectOf(ctx, stage.project));
    const [task] = progress.tasks;
    // One of the three indicators of 1.1, of the nine of task 1, of all 71.
    expect(task?.activities[0]?.percent).toBe(33);
    expect(task?.percent).toBe(11);
    expect(progress.sections.task.share.of).toBe(57);
    expect(progress.share.of).toBe(71);
    expect(progress.share.reached.sub(before).valueOf()).toBe(1);
  });

  it('a partial quantity counts as far as it was accepted', async () => {
    const evidence = unwrap(await send('2.2.5', { media: await newPhotos(ctx, stage.lead, 10) }));
    const decide = (amount: number) =>
      decideEvidence(ctx, newCommand(manager()), { evidence, accept: true, amount });
    expect(codesOf(await decide(11))).toEqual(['grant.amount-outside']);
    expect(codesOf(await decide(0))).toEqual(['grant.amount-outside']);
    unwrap(await decide(7));
    expect((await evidenceOf(ctx, evidence)).state).toBe('partial');
    expect(await percentOf('2.2.5')).toBe(70);
  });

  it('a list counts its people for the number of participants as well; a part of them is accepted', async () => {
    const evidence = unwrap(
      await send('1.2.1', { kind: 'document', media: [await newPhoto(ctx, stage.lead)], people: 30 }),
    );
    unwrap(await decideEvidence(ctx, newCommand(manager()), { evidence, accept: true, amount: 29 }));
    expect(await percentOf('1.2.1')).toBe(100);
    expect(await percentOf('1.2.2')).toBe(96);
  });

  it('G-15: evidence for 6.1 that is marked counts in C2.1 as well, and once in each', async () => {
    await acceptedEvidence(
      ctx,
      stage,
      '6.1.1',
      link('https://instagram.com/p/shared', { alsoServes: ['C2.1.1'] }),
    );
    expect(await percentOf('6.1.1')).toBe(3);
    expect(await percentOf('C2.1.1')).toBe(3);
    const again = await send('C2.1.1', link('https://www.instagram.com/p/shared/?utm_source=x'));
    expect(codesOf(again)).toEqual(['grant.sent-already']);
    expect(!again.ok && again.reasons[0]?.params?.indicator).toBe('6.1.1');
    // Not where another unit, another kind of publication or the same activity is meant.
    expect(codesOf(await send('6.1.1', link('https://t.me/a/1', { alsoServes: ['C2.2.1'] })))).toEqual([
      'grant.cannot-share',
    ]);
    expect(
      codesOf(
        await send('5.1.4', {
          media: await newPhotos(ctx, stage.lead, 1),
          alsoServes: ['5.1.8'],
          date: '2025-08-10',
        }),
      ),
    ).toEqual(['grant.cannot-share']);
  });

  it('a survey counts as satisfied of answered, once the manager has accepted its figure', async () => {
    const figure = { project: stage.project, survey: 'project', population: 'projectParticipants' } as const;
    const evidence = unwrap(
      await sendSurveyFigure(ctx, newCommand(), { ...figure, satisfied: 69, answered: 99 }),
    );
    expect(await percentOf('C1.1.2')).toBe(0);
    unwrap(await decideEvidence(ctx, newCommand(manager()), { evidence, accept: true }));
    expect(await percentOf('C1.1.2')).toBe(99);
    expect(await percentOf('C1.1.1')).toBe(0);
    expect(
      codesOf(await sendSurveyFigure(ctx, newCommand(), { ...figure, satisfied: 1, answered: 1 })),
    ).toEqual(['common.already-done']);
  });
});
