// What is noticed about evidence when it is sent: repeats, other people's files, dates and figures that cannot be.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  decideEvidence,
  evidenceOf,
  indicatorsIn,
  linkOf,
  type NewEvidence,
  projectOf,
  reopenEvidence,
  sendEvidence,
  setTrip,
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

describe('what is noticed', () => {
  it('G-37: a publication counts with link, network and date; the same link twice counts once', async () => {
    const post = 'https://www.facebook.com/qadam/posts/17?mibextid=a&fbclid=b';
    const evidence = await acceptedEvidence(ctx, stage, '1.1.3', link(post));
    expect(await evidenceOf(ctx, evidence)).toMatchObject({
      link: { network: 'facebook' },
      date: '2025-06-10',
    });
    for (const same of [
      'facebook.com/qadam/posts/17',
      'https://m.facebook.com/qadam/posts/17/',
      'http://FACEBOOK.com/qadam/posts/17#x',
    ])
      expect(codesOf(await send('1.1.3', link(same)))).toEqual(['grant.sent-already']);
    expect(codesOf(await send('1.1.3', link('not a page')))).toEqual(['grant.no-link']);
    expect(codesOf(await send('1.1.3', link('https://t.me/qadam/2', { date: 'кеше' })))).toEqual([
      'grant.date-unreadable',
    ]);
    expect(codesOf(await send('6.1.1', link('https://example.kz/news/1')))).toEqual(['grant.wrong-network']);
    expect(codesOf(await send('C2.2.1', link('https://t.me/qadam/3')))).toEqual(['grant.wrong-network']);
    expect(await percentOf('1.1.3')).toBe(33);
  });

  it.each([
    ['https://youtu.be/abc', 'youtube'],
    ['vk.com/wall-1_2', 'vk'],
    ['https://zakon.kz/1', 'media'],
  ])('the network of %s is %s', (url, network) => {
    expect(linkOf(url)?.network).toBe(network);
  });

  it.each(['', 'instagram', 'ftp://example.kz/a', 'javascript:alert(1)', 'https://user@example.kz/'])(
    '«%s» is no page',
    (url) => {
      expect(linkOf(url)).toBeNull();
    },
  );

  it('G-15: the same file elsewhere is noticed, also in an album; twice in one album it counts once', async () => {
    const [first, second] = await newPhotos(ctx, stage.lead, 2);
    const again = await newPhoto(ctx, stage.lead, 777);
    const same = await newPhoto(ctx, stage.lead, 777);
    const evidence = unwrap(await send('5.1.4', { media: [first ?? '', again, same], date: '2025-08-10' }));
    expect((await evidenceOf(ctx, evidence)).quantity).toBe(2);
    expect(
      codesOf(await send('4.1.3', { media: [second ?? '', await newPhoto(ctx, stage.lead, 777)] })),
    ).toEqual(['grant.sent-already']);
    // Another project does not hear of it.
    const other = await agreedProject(ctx, 'same-file');
    unwrap(
      await sendEvidence(
        ctx,
        newCommand(other.lead),
        evidenceFor(other.project, '5.1.4', {
          media: [await newPhoto(ctx, other.lead, 777)],
          date: '2025-08-10',
        }),
      ),
    );
    // Returned, it may be sent again.
    unwrap(
      await decideEvidence(ctx, newCommand(manager()), {
        evidence,
        accept: false,
        comment: 'Сурет анық емес',
      }),
    );
    unwrap(await send('4.1.3', { media: [await newPhoto(ctx, stage.lead, 777)] }));
    // And the decision can no longer be undone: its files are somebody else's by now.
    expect(codesOf(await reopenEvidence(ctx, newCommand(manager()), evidence))).toEqual([
      'reviews.undo-overtaken',
    ]);
  });

  it('simultaneous sendings of one file are one', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => newPhoto(ctx, stage.lead, 888)));
    const sent = await Promise.all(ids.map((id) => send('3.2.2', { media: [id] })));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.filter((each) => codesOf(each)[0] === 'grant.sent-already')).toHaveLength(7);
  });

  it('files of others, of another kind and none are refused', async () => {
    const foreign = await newPhoto(ctx, stage.president);
    expect(codesOf(await send('1.1.1', { media: [foreign] }))).toEqual(['grant.no-file']);
    expect(codesOf(await send('1.1.1'))).toEqual(['grant.no-file']);
    expect(codesOf(await send('1.1.2', { kind: 'video', media: [await newPhoto(ctx, stage.lead)] }))).toEqual(
      ['grant.wrong-file'],
    );
    expect(codesOf(await send('1.1.2', { media: [await newPhoto(ctx, stage.lead)] }))).toEqual([
      'grant.wrong-kind',
    ]);
    expect(codesOf(await send('C1.1.2', { media: [await newPhoto(ctx, stage.lead)] }))).not.toEqual([]);
  });

  it('dates ahead, before the activity and outside the trip are refused', async () => {
    const media = await newPhotos(ctx, stage.lead, 1);
    expect(codesOf(await send('1.1.1', { media, date: '2025-08-21' }))).toEqual(['grant.date-in-future']);
    expect(codesOf(await send('5.1.4', { media, date: '2025-07-31' }))).toEqual(['grant.date-before']);
    unwrap(await setTrip(ctx, newCommand(stage.lead), stage.project, { from: '2025-07-01', days: 3 }));
    expect(codesOf(await send('3.2.2', { media, date: '2025-07-04' }))).toEqual(['grant.not-a-trip-day']);
    unwrap(await send('3.2.2', { media, date: '2025-07-03' }));
  });

  it('figures that an indicator needs are asked for', async () => {
    const media = [await newPhoto(ctx, stage.lead)];
    expect(codesOf(await send('6.1.5', { media }))).toEqual(['grant.quantity-needed']);
    expect(codesOf(await send('2.1.1', { kind: 'document', media }))).toEqual(['grant.people-needed']);
    expect(codesOf(await send('3.2.1', { kind: 'document', media }))).toEqual(['grant.participant-needed']);
    expect(codesOf(await send('3.2.1', { kind: 'document', media, participant: '8' }))).toEqual([
      'grant.no-such-participant',
    ]);
    expect(codesOf(await send('6.1.5', { media, quantity: 0 }))).toEqual(['grant.quantity-unreadable']);
  });
});
