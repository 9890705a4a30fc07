// What is read: rules as they are in force, participants within the reader's scope, the audit chain with its check.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSignedBy } from '../../../engine/kernel/signing.ts';
import { evaluationJson } from '../../../engine/rules/rule-book.ts';
import { audits } from '../../../engine/store/audit.ts';
import { takeDueCheckpoints } from '../../../engine/store/audit-checkpoints.ts';
import { completed, ON, shippedBook } from '../../rules/shipped-book.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

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

describe('rule sets', () => {
  const evaluate = (facts: object, on = ON, set = 'credit.completion') =>
    server.post(cast.registrarAlpha, `/v1/rule-sets/${set}/evaluate`, { on, facts });

  it.each([
    ['met', completed],
    ['notMet', { ...completed, 'credit.confirmedMinutes': 60, 'credit.headApprovedReport': false }],
    ['needsData', { 'credit.targetHours': 50 }],
  ])('evaluate to exactly what the command line prints: %s', async (outcome, facts) => {
    const direct = evaluationJson(await shippedBook().evaluate('credit.completion', ON, facts));
    const { status, body } = await evaluate(facts);
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(direct)));
    expect(body.outcome).toBe(outcome);
  });

  it('name every fact that is not as the catalogue has it, by pointer', async () => {
    const { status, body } = await evaluate({ 'credit.targetHours': 21, unheard: true });
    expect(status).toBe(400);
    expect(body.errors.map((each) => each.pointer)).toEqual(['/facts/credit.targetHours', '/facts/unheard']);
  });

  it('know no set by another name, and no day before their first version', async () => {
    expect((await evaluate(completed, ON, 'credit.unheard')).status).toBe(404);
    const early = await evaluate(completed, '2001-01-01');
    expect(early).toMatchObject({ status: 400, body: { errors: [{ pointer: '/on' }] } });
  });

  it('are listed, and shown in full with titles', async () => {
    const { body } = await server.get(cast.headA, '/v1/rule-sets?programme=credit');
    const ids = body.items.map((each) => each.id);
    expect(ids).toEqual(expect.arrayContaining(['credit.participation', 'credit.completion']));
    const one = await server.get(cast.headA, '/v1/rule-sets/credit.completion');
    expect(one.headers.etag).toMatch(/^"[0-9a-f]{16}\.kk"$/);
    const versions = await server.get(cast.headA, '/v1/rule-sets/credit.completion/versions');
    expect(versions.body.items).toEqual(one.body.versions);
    const [version] = shippedBook().set('credit.completion').versions;
    expect(versions.body.items[0]?.requirements).toMatchObject(
      (version?.requirements ?? []).map(({ id, conditions }) => ({ id, conditions })),
    );
  });

  it('rest on facts and dated parameters', async () => {
    const facts = await server.get(cast.headA, '/v1/facts?programme=credit');
    expect(facts.body.items).toContainEqual(
      expect.objectContaining({ name: 'credit.targetHours', type: 'int' }),
    );
    const parameters = await server.get(cast.headA, '/v1/parameters?programme=credit&on=2026-09-01');
    const payout = parameters.body.items.find((each) => each.name === 'payoutTenge');
    expect(payout).toMatchObject({ unit: 'tenge', inUse: { '20': 20_000, '50': 50_000 } });
    const before = await server.get(cast.headA, '/v1/parameters?programme=credit&on=2001-01-01');
    expect(before.body.items.every((each) => each.inUse === null)).toBe(true);
  });
});

describe('participants', () => {
  const names = async (actor: keyof typeof cast, query = '') =>
    (await server.get(cast[actor], `/v1/credit/participants${query}`)).body.items.map((each) => each.name);

  it('are listed within the scope of who asks', async () => {
    expect(await names('operator')).toEqual(['Әлия Үлгіова', 'Боран Сынақов']);
    expect(await names('headA')).toEqual(['Әлия Үлгіова']);
    expect(await names('coordinatorB')).toEqual(['Боран Сынақов']);
    expect(await names('registrarBeta')).toEqual(['Боран Сынақов']);
  });

  it('are found by folded name, region and university', async () => {
    expect(await names('operator', `?q=${encodeURIComponent('алия улги')}`)).toEqual(['Әлия Үлгіова']);
    expect(await names('operator', '?q=.*')).toEqual([]);
    expect(await names('operator', '?region=71')).toEqual(['Боран Сынақов']);
    expect(await names('operator', '?university=alpha')).toEqual(['Әлия Үлгіова']);
    expect(await names('registrarBeta', '?university=alpha')).toEqual([]);
  });

  it('have a card with what was decided, and why', async () => {
    const { body, headers } = await server.get(
      cast.registrarAlpha,
      `/v1/credit/participants/${story.studentA}`,
    );
    expect(headers.etag).toMatch(/^"\d+\.\d+"$/);
    expect(body).toMatchObject({
      university: 'alpha',
      identityGiven: true,
      ibanTail: null,
      credits: [{ confirmed: 1200, percent: 100, amount: 20_000, academicCredits: 2 }],
      decisions: [
        { kind: 'admission', receipt: { set: 'credit.participation', outcome: 'met' } },
        { kind: 'completion', receipt: { facts: { 'credit.confirmedMinutes': 1200 }, on: '2026-09-07' } },
      ],
    });
    const operators = await server.get(cast.operator, `/v1/credit/participants/${story.studentA}`);
    expect(operators.body.ibanTail).toBe('0100');
  });

  it('have their decisions explained, and judged again by the rules of today', async () => {
    const url = `/v1/credit/participants/${story.studentA}/decisions`;
    const { body } = await server.get(cast.operator, url, { 'accept-language': 'ru' });
    expect(body.items).toMatchObject([
      { kind: 'admission', intact: true, agrees: true, why: null, differences: [] },
      { kind: 'completion', intact: true, agrees: true, differences: [] },
    ]);
    expect(body.items[1]?.explanation).toEqual([
      'Выплата и перезачёт (credit.completion 2019-09-01) — 100 %',
      'Все требования выполнены.',
      '  ✓ Часы кредита подтверждены — 100 %',
      '  ✓ Первый руководитель подтвердил отчёт — 100 %',
      '  ✓ Организация аккредитована — 100 %',
    ]);
  });

  it('have a timeline over all their documents', async () => {
    const { body } = await server.get(cast.operator, `/v1/participants/${story.studentA}/timeline?limit=200`);
    const actions = body.items.map((each) => each.action);
    for (const action of ['person registered', 'hours confirmed', 'report approved', 'payout ordered'])
      expect(actions).toContain(action);
    const owners = new Set(body.items.map((each) => String(each.document).split('/')[1]));
    expect(owners).toEqual(new Set([story.studentA, story.creditA]));
  });
});

describe('the checkpoints of the audit trail', () => {
  it('are signed over their text, and each names the one before', async () => {
    await takeDueCheckpoints(story.ctx);
    const { body } = await server.get(cast.operator, '/v1/audit/checkpoints?limit=1');
    const [newest] = body.items;
    const key = String((await server.get(cast.operator, '/v1/audit/key')).body.key);
    expect(isSignedBy(key, String(newest?.signed), String(newest?.signature))).toBe(true);
    expect(isSignedBy(key, `${newest?.signed} `, String(newest?.signature))).toBe(false);
    const counts = newest?.counts as readonly { collection: string; documents: number }[] | undefined;
    const people = counts?.find(({ collection }) => collection === 'people');
    expect(people?.documents).toBeGreaterThan(1);
  });
});

describe('the audit log', () => {
  const url = () => `/v1/audit?document=credit_students/${story.studentB}`;

  it('is in order and whole, until a record is altered', async () => {
    const { body } = await server.get(cast.operator, url());
    expect(body.items.map((each) => each.seq)).toEqual(body.items.map((_each, index) => index + 1));
    expect({ intact: body.intact, faults: body.faults }).toEqual({ intact: true, faults: [] });
    const altered = `credit_students/${story.studentB}/2`;
    await audits.on(story.ctx.db).updateOne({ _id: altered }, { $set: { action: 'something else' } });
    const after = await server.get(cast.operator, url());
    expect(after.body).toMatchObject({ intact: false, faults: [{ id: altered, fault: 'altered' }] });
  });

  it('refuses what is not a document', async () => {
    expect((await server.get(cast.operator, '/v1/audit?document=people')).status).toBe(400);
    expect((await server.get(cast.operator, '/v1/audit')).status).toBe(400);
  });
});

describe('regions', () => {
  it('have three names and the day from which they exist', async () => {
    const { body } = await server.get(null, '/v1/regions');
    expect(body.items).toHaveLength(20);
    expect(body.items).toContainEqual({
      code: '10',
      kk: 'Абай облысы',
      ru: 'Область Абай',
      en: 'Abai Region',
      from: '2022-06-08',
    });
  });

  it('may be kept by anybody, and are confirmed to whoever has them', async () => {
    const { headers } = await server.get(null, '/v1/regions');
    expect(headers['cache-control']).toBe('public, max-age=3600');
    const again = (tag: unknown) =>
      server.app.inject({ url: '/v1/regions', headers: { 'if-none-match': String(tag) } });
    const confirmed = await again(headers.etag);
    expect([confirmed.statusCode, confirmed.body]).toEqual([304, '']);
    expect((await again('"other"')).statusCode).toBe(200);
  });
});
