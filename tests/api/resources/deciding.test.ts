// The decisions that staff make through the API: done once, repeated without a second effect, refused with reasons.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestRecredit } from '../../../engine/programmes/credit/programme.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { as, BIN_A, BIN_B, IBAN, newProject, type Story, tellStory, unwrap } from './story.ts';

let story: Story;
let server: Server;

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
});
afterAll(async () => {
  await server.close();
  await story.close();
});

describe('hours', () => {
  it('are confirmed once, and a repeat of the same wish answers the same', async () => {
    const url = `/v1/credit/hours/${story.entryB}/decision`;
    const first = await server.post(cast.coordinatorB, url, { confirm: true }, 'confirm-b');
    expect(first).toMatchObject({ status: 200, body: { id: story.entryB, state: 'confirmed' } });
    const again = await server.post(cast.coordinatorB, url, { confirm: true }, 'confirm-b');
    expect(again).toMatchObject({ status: 200, body: first.body });
    const { body } = await server.get(cast.headB, `/v1/credit/hours?student=${story.studentB}`);
    expect(body.items).toMatchObject([{ id: story.entryB, state: 'confirmed', minutes: 120, photos: 0 }]);
  });

  it.each([
    ['kk', 'Бұл мәселе'],
    ['ru-RU,ru;q=0.9', 'Решение'],
    ['fr;q=0.9, en;q=0.8, ru;q=0.1', 'This has already been decided.'],
  ])('are decided by one person only, who is told so in %s', async (language, words) => {
    const url = `/v1/credit/hours/${story.entryB}/decision`;
    const headers = { 'accept-language': language };
    const { status, body } = await server.post(cast.headB, url, { confirm: true }, undefined, headers);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'refused-by-rules' });
    expect(body.errors).toMatchObject([{ code: 'common.already-decided' }]);
    expect(String(body.errors[0]?.detail)).toContain(words);
  });

  it('wait for a reason when they are returned', async () => {
    const url = `/v1/credit/hours/${story.entryB}/decision`;
    const { status, body } = await server.post(cast.coordinatorB, url, { confirm: false });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-input' });
  });

  it.each(['\u3164'.repeat(60), '\u2800'.repeat(12), '\u200b\u200e\u2060', ' \t\n '])(
    'wait for one that can be seen: %j',
    async (reason) => {
      const url = `/v1/credit/hours/${story.entryB}/decision`;
      const { status, body } = await server.post(cast.coordinatorB, url, { confirm: false, reason });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-input' });
      expect(JSON.stringify(body.errors)).toContain('holds nothing that can be seen');
    },
  );

  it('are filtered by organisation and state', async () => {
    const confirmed = await server.get(
      cast.operator,
      `/v1/credit/hours?organisation=${BIN_A}&state=confirmed`,
    );
    expect(confirmed.body.items.map((each) => each.minutes)).toEqual([480, 480, 240]);
    const returned = await server.get(cast.operator, '/v1/credit/hours?state=returned');
    expect(returned.body.items).toEqual([]);
  });
});

describe('payouts', () => {
  const url = () => `/v1/credit/payouts/${story.creditA}`;

  it('open the account for the Financial Centre only, and note that it was read', async () => {
    expect((await server.get(cast.operator, url())).body.account).toBeNull();
    const paid = await server.get(cast.financialCentre, url());
    expect(paid.body).toMatchObject({ account: IBAN, amount: 20_000, state: 'ordered' });
    expect(paid.headers).toMatchObject({ 'cache-control': 'no-store', etag: '"1"' });
    await story.relay();
    const { body } = await server.get(cast.operator, `/v1/audit?document=people/${story.studentA}`);
    expect(body.intact).toBe(true);
    expect(body.items.at(-1)).toMatchObject({
      action: 'account read',
      actor: 'key:financial-centre',
      details: { payout: story.creditA },
    });
  });

  it('fail with a reason, are paid with a reference, and then are settled', async () => {
    const failed = await server.post(cast.financialCentre, `${url()}/outcome`, {
      paid: false,
      reason: 'Шот жабылған',
    });
    expect(failed.body).toMatchObject({ state: 'failed', reason: 'Шот жабылған', bankReference: null });
    const paid = await server.post(cast.financialCentre, `${url()}/outcome`, {
      paid: true,
      bankReference: 'REF-7',
    });
    expect(paid.body).toMatchObject({ state: 'paid', reason: null, bankReference: 'REF-7' });
    expect((await server.get(cast.operator, '/v1/credit/payouts?state=paid')).body.items).toHaveLength(1);
    expect((await server.get(cast.operator, '/v1/credit/payouts?state=ordered')).body.items).toHaveLength(0);
  });
});

describe('re-credits', () => {
  it('are confirmed by the registrar after the student asked', async () => {
    const student = { kind: 'person' as const, id: story.studentA, grants: [] };
    unwrap(await requestRecredit(story.ctx, as(student), story.creditA));
    const url = `/v1/credit/recredits/${story.creditA}`;
    const decided = await server.post(cast.registrarAlpha, `${url}/decision`, { confirm: true });
    expect(decided).toMatchObject({ status: 200, body: { state: 'confirmed', academicCredits: 2 } });
    expect((await server.get(cast.registrarAlpha, url)).headers.etag).toBe('"3"');
    expect((await server.get(cast.registrarBeta, '/v1/credit/recredits')).body.items).toEqual([]);
  });
});

describe('organisations', () => {
  it('are revoked with a reason; to refuse one that is accredited is no decision', async () => {
    const url = `/v1/organisations/${BIN_A}`;
    const wrong = { decision: 'refuse', reason: 'Мекенжайы табылмады' };
    const refused = await server.post(cast.accreditor75, `${url}/accreditation`, wrong);
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ code: 'common.already-decided' }] } });
    const refusal = { decision: 'revoke', reason: 'Мекенжайы табылмады' };
    const stale = { 'if-match': '"1"' };
    const meanwhile = await server.post(cast.accreditor75, `${url}/accreditation`, refusal, undefined, stale);
    expect(meanwhile).toMatchObject({ status: 412, body: { code: 'version-conflict' } });
    expect((await server.post(cast.accreditor75, `${url}/accreditation`, refusal)).body).toMatchObject({
      bin: BIN_A,
      accreditation: 'revoked',
      reason: 'Мекенжайы табылмады',
    });
    const { body } = await server.get(cast.accreditor75, '/v1/organisations?accreditation=revoked&region=75');
    expect(body.items).toMatchObject([{ bin: BIN_A }]);
    const anew = await server.post(cast.accreditor75, `${url}/accreditation`, { decision: 'accredit' });
    expect(anew.body).toMatchObject({ accreditation: 'accredited', reason: null });
  });

  it('are found by name with Kazakh letters folded', async () => {
    const { body } = await server.get(cast.operator, `/v1/organisations?q=${encodeURIComponent('МЕЙИРИМ')}`);
    expect(body.items).toMatchObject([{ bin: BIN_A }]);
  });
});

describe('projects', () => {
  const slots = [{ startsAt: '2026-10-05T05:00:00Z', capacity: 2 }];

  it('are published by the head, once for one wish', async () => {
    const project = { ...newProject(BIN_B, '71'), title: 'Жаңа жоба', slots };
    const made = await server.post(cast.headB, '/v1/credit/projects', project, 'publish-b');
    expect(made).toMatchObject({
      status: 201,
      headers: { location: `/v1/credit/projects/${made.body.id}` },
      body: { title: 'Жаңа жоба', state: 'published', placesLeft: 3, slots: [{ capacity: 2, left: 2 }] },
    });
    const found = await server.get(
      cast.headB,
      `/v1/credit/projects?organisation=${BIN_B}&q=${encodeURI('жана')}`,
    );
    expect(found.body.items).toMatchObject([{ id: made.body.id }]);
    const one = await server.get(cast.registrarAlpha, `/v1/credit/projects/${made.body.id}`);
    expect(one.body).toEqual(made.body);
  });
});

describe('a project that the rules do not allow', () => {
  it.each([
    ['/direction', { direction: 'leisure' }],
    ['/to', { to: '2026-08-01' }],
    ['/slots', { slots: [] }],
  ])('is refused with the place of the fault: %s', async (pointer, fault) => {
    const slots = [{ startsAt: '2026-10-05T05:00:00Z', capacity: 2 }];
    const project = { ...newProject(BIN_B, '71'), slots, ...fault };
    const { status, body } = await server.post(cast.headB, '/v1/credit/projects', project);
    expect({ status, errors: body.errors }).toMatchObject({ status: 409, errors: [{ pointer }] });
  });

  it.each(['2026-10-05T23:59:60Z', '2026-10-05T05:00:00+05', '2026-10-05 05:00:00Z'])(
    'begins at no time that cannot be read: %s',
    async (startsAt) => {
      const project = { ...newProject(BIN_B, '71'), slots: [{ startsAt, capacity: 2 }] };
      const { status, body } = await server.post(cast.headB, '/v1/credit/projects', project);
      const errors = [{ pointer: '/slots/0/startsAt' }];
      expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors });
    },
  );

  it('has no keys that are not known', async () => {
    const project = { ...newProject(BIN_B, '71'), slots: [], state: 'closed' };
    const { status, body } = await server.post(cast.headB, '/v1/credit/projects', project);
    expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ pointer: '/state' }] });
  });
});

describe('universities', () => {
  it('are added once', async () => {
    const gamma = {
      id: 'gamma',
      kk: 'Гамма университеті',
      ru: 'Университет Гамма',
      en: 'Gamma',
      region: '10',
    };
    expect((await server.post(cast.operator, '/v1/universities', gamma)).status).toBe(201);
    const again = await server.post(cast.operator, '/v1/universities', gamma);
    expect(again).toMatchObject({ status: 409, body: { errors: [{ pointer: '/id' }] } });
    const { body } = await server.get(cast.headA, '/v1/universities');
    expect(body.items).toContainEqual(gamma);
  });
});

describe('staff', () => {
  it('are invited by a link that is shown once', async () => {
    const wish = { role: 'coordinator', scope: `organisation:${BIN_A}` };
    const { status, body, headers } = await server.post(cast.headA, '/v1/staff/invitations', wish);
    expect({ status, cache: headers['cache-control'] }).toEqual({ status: 201, cache: 'no-store' });
    expect(body.link).toMatch(/^https:\/\/qadam\.example\/chat\?desk=staff&start=[a-z2-9]{32}$/);
  });

  it('hold roles within scopes of their kind', async () => {
    const odd = { role: 'registrar', scope: 'region:75' };
    expect((await server.post(cast.operator, '/v1/staff/invitations', odd)).status).toBe(400);
  });

  it('are seen by the head of their own organisation', async () => {
    const { body } = await server.get(cast.headB, '/v1/staff');
    expect(body.items).toMatchObject([{ grants: [{ role: 'head', scope: `organisation:${BIN_B}` }] }]);
    expect(body.items).toHaveLength(1);
  });
});

describe('reviews', () => {
  const reviewsOf = async (who: keyof typeof cast, query = '') =>
    (await server.get(cast[who], `/v1/reviews${query}`)).body.items;

  it('are those that the caller decides, all of them for operators', async () => {
    await carryOn(story.ctx);
    const [all, own] = [
      await reviewsOf('operator', '?state=decided'),
      await reviewsOf('headB', '?state=decided'),
    ];
    expect(all.length).toBeGreaterThan(own.length);
    expect(own.map(({ kind }) => kind)).toContain('hours');
    expect(await reviewsOf('headB', '?state=decided&kind=hours')).toEqual(
      own.filter(({ kind }) => kind === 'hours'),
    );
    expect(await reviewsOf('financialCentre', '?state=decided&kind=hours')).toEqual([]);
    expect(await reviewsOf('headB', '?overdue=true')).toEqual([]);
    const { status } = await server.get(cast.headB, '/v1/reviews?kind=nothing');
    expect(status).toBe(400);
  });

  it('name the version that a decision has to have seen', async () => {
    const [item] = await reviewsOf('headB', '?state=decided&kind=hours');
    const url = `/v1/credit/hours/${String(item?.subject)}/decision`;
    const stale = { 'if-match': '"another"' };
    const { status, body } = await server.post(cast.headB, url, { confirm: true }, undefined, stale);
    expect({ status, code: body.code }).toEqual({ status: 412, code: 'version-conflict' });
    const current = { 'if-match': `"${String(item?.version)}"` };
    expect((await server.post(cast.headB, url, { confirm: true }, undefined, current)).status).toBe(409);
  });
});
