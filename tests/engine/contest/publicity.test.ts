// Publicity: recorded with its proof, counted against what is expected, planned for each winner.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { keepMedia } from '../../../engine/media/store.ts';
import {
  dutiesOf,
  fulfilPlanned,
  type NewPublication,
  planPublicity,
  plansSeenBy,
  publicationCount,
  publicationsSeenBy,
  recordPublication,
  withdrawPublication,
} from '../../../engine/programmes/contest/programme.ts';
import {
  codesOf,
  college,
  command,
  departmentOf,
  officerOf,
  operator,
  person,
  unwrap,
} from '../../support/contest/people.ts';
import { jpeg } from '../../support/contest/pictures.ts';
import { holding, placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-11-02T06:00:00Z' });

const wish = (over: Partial<NewPublication> = {}): NewPublication => ({
  ...{
    edition: '2026',
    publisher: 'all',
    subject: 'participants',
    channel: 'media',
    title: 'Үздік студенттер',
  },
  ...{
    link: 'https://example.org/news/1',
    pictures: [],
    place: null,
    publishedOn: '2026-10-30',
    nomination: null,
  },
  ...over,
});

const record = (over: Partial<NewPublication>, actor: Actor = holding) =>
  recordPublication(engine.ctx, command(actor), wish(over));

const picture = async (owner: Actor, text = '') => {
  const bytes = jpeg({ tail: Buffer.from(text) });
  return (await keepMedia(engine.ctx, { owner: owner.id, name: 'banner.jpg', mime: null, bytes }))._id;
};

describe('what is expected', () => {
  it('C-39: is not met by 20 publications, and is by 21', async () => {
    for (let n = 1; n <= 20; n += 1) unwrap(await record({ link: `https://example.org/news/${n}` }));
    expect(await publicationCount(engine.ctx, '2026')).toMatchObject({
      participants: 20,
      target: 20,
      isMet: false,
    });
    unwrap(await record({ link: 'https://example.org/news/21', channel: 'social' }));
    expect(await publicationCount(engine.ctx, '2026')).toMatchObject({
      participants: 21,
      target: 20,
      isMet: true,
    });
  });

  it('C-39: counts the same link once, however it was copied', async () => {
    unwrap(await record({}));
    for (const link of [
      'http://example.org/news/1',
      'https://www.example.org/news/1/',
      'https://EXAMPLE.org/news/1?utm_source=telegram#photo',
      ' https://example.org/news/1?fbclid=abc ',
    ])
      expect(codesOf(await record({ link }))).toEqual(['contest.publication-known']);
    expect(codesOf(await record({ link: 'https://example.org/news/1?page=2' }))).toEqual([]);
    expect(await publicationCount(engine.ctx, '2026')).toMatchObject({ participants: 2 });
  });

  it('C-40: counts those on the trades apart, and neither duties nor banners at all', async () => {
    const department = departmentOf('71');
    unwrap(await record({ subject: 'trades' }));
    unwrap(await record({ subject: 'contest', link: 'https://example.org/contest' }));
    unwrap(await record({ channel: 'site', link: 'https://example.org/site' }));
    const banner = { publisher: 'region:71', channel: 'banner' as const, link: null, place: 'Астана' };
    unwrap(await record({ ...banner, pictures: [await picture(department)] }, department));
    unwrap(await record({ publisher: 'region:71', link: 'https://example.org/71' }, department));
    expect(await publicationCount(engine.ctx, '2026')).toEqual({
      ...{ participants: 1, target: 20, isMet: false, trades: 1, banners: 1 },
      byRegion: { 71: 1 },
    });
  });

  it('C-39: forgets what was withdrawn, and keeps it on record', async () => {
    const id = unwrap(await record({}));
    expect(codesOf(await withdrawPublication(engine.ctx, command(person('stranger')), id, 'Қате'))).toEqual([
      'common.not-allowed',
    ]);
    unwrap(await withdrawPublication(engine.ctx, command(holding), id, 'Қате жазылды'));
    expect(await publicationCount(engine.ctx, '2026')).toMatchObject({ participants: 0 });
    const seen = await publicationsSeenBy(
      engine.ctx,
      operator,
      { edition: '2026' },
      { limit: 9, after: null },
    );
    expect(seen.items).toMatchObject([{ _id: id, withdrawn: { reason: 'Қате жазылды' } }]);
  });
});

it.each([
  ['no address', { link: 'example' }, 'contest.publication-link'],
  ['an address of a file here', { link: 'file:///etc/passwd' }, 'contest.publication-link'],
  ['neither link nor picture', { link: null }, 'contest.publication-unproven'],
  [
    'a banner without a picture',
    { channel: 'banner', place: 'Алматы', link: null },
    'contest.banner-unproven',
  ],
  ['a day to come', { publishedOn: '2026-11-03' }, 'contest.publication-ahead'],
  ['a day before January', { publishedOn: '2025-12-31' }, 'contest.publication-before'],
  ['a picture that is not there', { link: null, pictures: ['nothing'] }, 'contest.publication-picture'],
  ['somebody who is no winner', { nomination: 'nobody' }, 'contest.no-winner'],
  ['another publisher', { publisher: 'region:71' }, 'common.not-allowed'],
] as const)('C-33 C-39: refuses %s', async (_, over, code) => {
  expect(codesOf(await record(over))).toEqual([code]);
});

it('C-33: takes a banner with its place and a picture of it', async () => {
  const department = departmentOf('71');
  const banner = {
    publisher: 'region:71',
    channel: 'banner' as const,
    link: null,
    pictures: [await picture(department)],
  };
  expect(codesOf(await record({ ...banner, place: null }, department))).toEqual(['contest.banner-unproven']);
  unwrap(await record({ ...banner, place: 'Политехникалық колледж' }, department));
  expect(codesOf(await record({ ...banner, place: 'Тағы бір орын' }, department))).toEqual([
    'contest.publication-known',
  ]);
});

it('C-12 C-22: asks a college and a department from January on, and sees what they recorded', async () => {
  const { ctx, clock } = engine;
  await college(ctx, 'alpha');
  const officer = officerOf('alpha');
  clock.set('2025-12-31T18:59:59Z');
  expect(await dutiesOf(ctx, '2026', 'college:alpha')).toEqual([]);
  const stand = async () =>
    record(
      {
        ...{ publisher: 'college:alpha', subject: 'contest', channel: 'stand', link: null },
        ...{ pictures: [await picture(officer)], publishedOn: '2026-01-01' },
      },
      officer,
    );
  expect(codesOf(await stand())).toEqual(['contest.before-announcement']);
  clock.set('2025-12-31T19:00:00Z');
  const id = unwrap(await stand());
  expect(await dutiesOf(ctx, '2026', 'college:alpha')).toEqual([
    { subject: 'contest', channel: 'stand', done: [id] },
    { subject: 'contest', channel: 'site', done: [] },
    { subject: 'contest', channel: 'social', done: [] },
  ]);
  const site = {
    publisher: 'region:71',
    subject: 'contest',
    channel: 'site',
    publishedOn: '2026-01-01',
  } as const;
  const own = unwrap(await record(site, departmentOf('71')));
  expect((await dutiesOf(ctx, '2026', 'region:71'))[0]).toEqual({
    subject: 'contest',
    channel: 'site',
    done: [own],
  });
  const seen = async (actor: Actor) =>
    (await publicationsSeenBy(ctx, actor, { edition: '2026' }, { limit: 9, after: null })).items.map(
      ({ _id }) => _id,
    );
  expect(await seen(officer)).toEqual([id]);
  expect((await seen(departmentOf('71'))).sort()).toEqual([id, own].sort());
  expect(await seen(departmentOf('75'))).toEqual([]);
  await expect(seen(person('stranger'))).rejects.toMatchObject({ code: 'forbidden' });
});

describe('C-37: a plan of publicity', () => {
  const plan = (nomination: string, day = '2026-11-20', actor: Actor = holding) =>
    planPublicity(engine.ctx, command(actor), {
      nomination,
      channel: 'media',
      where: 'Республикалық газет',
      day,
    });

  it('is the Holding’s, for winners, within the republican stage', async () => {
    const { id } = await placed(engine.ctx);
    const nominee = await placed(engine.ctx, { state: 'at-region' });
    for (const day of ['2026-10-20', '2026-12-31']) expect(codesOf(await plan(id, day))).toEqual([]);
    for (const day of ['2026-10-19', '2027-01-01'])
      expect(codesOf(await plan(id, day))).toEqual(['contest.plan-outside']);
    expect(codesOf(await plan(id, '2026-11-20', departmentOf('71')))).toEqual(['common.not-allowed']);
    expect(codesOf(await plan(nominee.id))).toEqual(['contest.no-winner']);
  });

  it('shows who has none, and what came of each item', async () => {
    const { ctx } = engine;
    const told = await placed(ctx);
    const untold = await placed(ctx);
    const item = unwrap(await plan(told.id));
    const other = unwrap(await record({ link: 'https://example.org/other' }));
    expect(codesOf(await fulfilPlanned(ctx, command(holding), told.id, item, other))).toEqual([
      'contest.plan-other-publication',
    ]);
    const publication = unwrap(await record({ nomination: told.id }));
    unwrap(await fulfilPlanned(ctx, command(holding), told.id, item, publication));
    const plans = new Map((await plansSeenBy(ctx, holding, '2026')).map((each) => [each.nomination, each]));
    expect(plans.get(untold.id)).toMatchObject({ isEmpty: true, items: [] });
    expect(plans.get(told.id)).toMatchObject({ isEmpty: false, items: [{ id: item, publication }] });
    await expect(plansSeenBy(ctx, departmentOf('71'), '2026')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
