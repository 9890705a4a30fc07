// The certificate of a paid credit from its issue to its erasure: once, downloaded by one link, checked by anyone who knows
// its number in three languages and as JSON, revoked by an operator.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { verifyRoutes } from '../../../api/verify/routes.ts';
import { certificatesRecord } from '../../../engine/documents/certificates/personal.ts';
import { type Certificate, certificates } from '../../../engine/documents/certificates/store.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import * as credit from '../../../engine/programmes/credit/programme.ts';
import { askErasure, carryErasure } from '../../../engine/programmes/erasure.ts';
import { personalRecord } from '../../../engine/programmes/record.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { plainText } from '../../../locales/texts.ts';
import { pagesOf } from '../../support/pdf-text.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from '../resources/server.ts';
import { as, IBAN, IIN, key, PHONE, type Story, tellStory, unwrap } from '../resources/story.ts';

const NAME = 'Әлия Үлгіова';
const NEVER = '26-22222-22222-22222';
const centre = key('centre', { role: 'financial-centre', scope: 'all' });

let story: Story;
let server: Server;
let certificate: Certificate;
const all = () =>
  certificates
    .on(story.ctx.db)
    .find(readsAll as never)
    .lean();
const page = (url: string, headers = {}) => server.app.inject({ url, headers });

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx, [formRoutes(story.ctx, false), verifyRoutes(story.ctx)]);
});
afterAll(async () => {
  await server.close();
  await story.close();
});

describe('issuing', () => {
  it('waits for the payment, and happens once however often the event is carried', async () => {
    expect(await all()).toEqual([]);
    const paid = { creditId: story.creditA, paid: true as const, bankReference: 'KZ-1' };
    unwrap(await credit.settlePayout(story.ctx, as(centre), paid));
    await story.relay();
    const event = {
      kind: 'event',
      type: 'credit.payout-paid',
      at: new Date(),
      actor: 'system:system',
    } as const;
    const again = (id: string) =>
      whatFollows(story.ctx, { ...event, id, data: { credit: story.creditA, student: story.studentA } });
    await Promise.all(['a', 'b', 'c', 'd'].map(again));
    const issued = await all();
    expect(issued).toHaveLength(1);
    certificate = issued[0] as Certificate;
    expect(certificate).toMatchObject({
      ...{ kind: 'credit.completion', holderId: story.studentA, holderName: NAME, state: 'issued' },
      issuedOn: '2026-09-14',
      facts: [
        { name: 'hours', value: 20 },
        { name: 'organisation', value: 'Мейірім орталығы' },
        { name: 'project', value: 'Қарттарға көмек' },
        { name: 'academic-credits', value: 2 },
      ],
    });
  });

  it('shows in the status of the student, and in nobody else’s', async () => {
    const own = await credit.studentStatus(story.ctx, story.studentA);
    expect(own.credits.map((each) => each.certificate)).toEqual([certificate._id]);
    const other = await credit.studentStatus(story.ctx, story.studentB);
    expect(other.credits.map((each) => each.certificate)).toEqual([null]);
  });

  it('leaves neither number nor name in the audit', () => {
    const written = JSON.stringify(certificate.outbox);
    expect(written).toContain('certificate issued');
    for (const secret of [certificate.number, NAME]) expect(written).not.toContain(secret);
  });
});

describe('downloading', () => {
  const link = async (person: string) => {
    const about = { certificate: certificate._id };
    return `/forms/${await openSecureForm(story.ctx, { kind: 'certificate-form', person, about })}`;
  };
  const download = (url: string, language: string) =>
    server.app.inject({
      ...{ method: 'POST', url, payload: `language=${language}` },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it.each(languages)('gives the page in %s once', async (language) => {
    const url = await link(story.studentA);
    expect((await page(url)).body).toContain(`value="${language}"`);
    const answer = await download(url, language);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="qadam-${certificate.number}.pdf"`,
      'cache-control': 'no-store',
    });
    const pages = pagesOf(answer.rawPayload);
    expect(pages).toHaveLength(1);
    const words = (pages[0] ?? '').replaceAll(/\s+/g, '');
    const said = ['documents:certificate.heading', 'credit:certificate.completion.title'];
    for (const each of [
      ...said.map((text) => plainText({ key: text }, language)),
      ...[NAME, 'Мейірім орталығы', certificate.number],
      `https://qadam.example/verify/${certificate.number}`,
    ])
      expect(words).toContain(each.replaceAll(/\s+/g, ''));
    expect((await download(url, language)).statusCode).toBe(410);
  });

  it('gives nothing by a link of somebody else', async () => {
    expect((await download(await link(story.studentB), 'kk')).statusCode).toBe(410);
  });
});

describe('checking by number', () => {
  it.each(languages)('says in %s what stands on it, and nothing more', async (language) => {
    const { statusCode, body, headers } = await page(`/verify/${certificate.number}?lang=${language}`);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toContain(`lang="${language}"`);
    expect(body).toContain(plainText({ key: 'documents:verify.valid.title' }, language));
    for (const shown of [NAME, 'Мейірім орталығы', certificate.number]) expect(body).toContain(shown);
    for (const secret of [IIN, IBAN, PHONE, story.studentA, story.creditA, certificate._id, 'KZ-1', '20 000'])
      expect(body).not.toContain(secret);
  });

  it('is found however it is typed', async () => {
    const typed = encodeURIComponent(certificate.number.toLowerCase().replaceAll('-', ' '));
    const { statusCode, headers } = await page(`/verify?number=${typed}&lang=ru`);
    expect([statusCode, headers.location]).toEqual([303, `/verify/${certificate.number}?lang=ru`]);
  });

  it.each([NEVER, 'nonsense', '%3Cscript%3E'])('answers politely to %s, telling nothing', async (typed) => {
    for (const url of [`/verify/${typed}?lang=ru`, `/verify?number=${typed}&lang=ru`]) {
      const { statusCode, body, headers } = await page(url);
      const at = headers.location ? await page(String(headers.location)) : { statusCode, body };
      expect(at.statusCode).toBe(404);
      expect(at.body).toContain('Такой сертификат не найден');
      expect(at.body).not.toContain('<script>');
    }
  });

  it('answers as JSON, and with a problem for a number that was never given', async () => {
    const { status, body } = await server.get(null, `/v1/verify/${certificate.number}`, {
      'accept-language': 'en',
    });
    expect([status, body]).toMatchObject([
      200,
      {
        number: certificate.number,
        holder: NAME,
        state: 'issued',
        issuedOn: '2026-09-14',
        detailsErased: false,
      },
    ]);
    expect(body.facts).toContainEqual({ name: 'hours', label: 'Confirmed', value: '20 hours of work' });
    expect(Object.keys(body).sort()).toEqual(
      ['detailsErased', 'facts', 'holder', 'issuedOn', 'kind', 'number', 'state', 'title'].sort(),
    );
    expect((await server.get(null, `/v1/verify/${NEVER}`)).status).toBe(404);
  });
});

describe('the end of a certificate', () => {
  it('is part of the holder’s copy', async () => {
    const record = await personalRecord(story.ctx, story.studentA);
    expect(record?.certificates).toMatchObject([{ number: certificate.number, holderName: NAME }]);
  });

  it('revoked by an operator on the version seen, it says so and cannot be downloaded', async () => {
    const url = `/v1/certificates/${certificate._id}/revocation`;
    const reason = { reason: 'Сағаттар қате есептелген' };
    expect((await server.post(cast.headA, url, reason)).status).toBe(403);
    const stale = await server.post(cast.operator, url, reason, undefined, { 'if-match': '"99"' });
    expect(stale.status).toBe(412);
    const done = await server.post(cast.operator, url, reason, 'the-wish', { 'if-match': '"1"' });
    expect([done.status, done.body.state]).toEqual([200, 'revoked']);
    expect((await server.post(cast.operator, url, reason, 'the-wish')).text).toBe(done.text);
    const { body } = await page(`/verify/${certificate.number}?lang=kk`);
    expect(body).toContain('күші жойылған');
    expect(body).not.toContain(reason.reason);
    const status = await credit.studentStatus(story.ctx, story.studentA);
    expect(status.credits[0]?.certificate).toBeNull();
  });

  it('is listed for operators with its state', async () => {
    const { body } = await server.get(cast.operator, '/v1/certificates?state=revoked&kind=credit.completion');
    expect(body.items).toMatchObject([{ id: certificate._id, holder: { id: story.studentA, name: NAME } }]);
    expect((await server.get(cast.operator, '/v1/certificates?state=issued')).body.items).toEqual([]);
  });

  it('erased with the person: the number answers that the details are gone', async () => {
    unwrap(await askErasure(story.ctx, as(cast.operator), story.studentA));
    expect(await carryErasure(story.ctx, story.studentA, false)).toBe(true);
    const { statusCode, body } = await page(`/verify/${certificate.number}?lang=en`);
    expect(statusCode).toBe(200);
    expect(body).toContain('their personal data were erased');
    const kept = JSON.stringify(await certificatesRecord(story.ctx, story.studentA));
    for (const gone of [NAME, 'Мейірім', 'Қарттарға']) {
      expect(body).not.toContain(gone);
      expect(kept).not.toContain(gone);
    }
    const { body: json } = await server.get(null, `/v1/verify/${certificate.number}`);
    expect([json.holder, json.facts, json.detailsErased]).toEqual([null, [], true]);
  });
});

it('stops whoever tries many', async () => {
  const tries = [];
  for (let nth = 0; nth < 70; nth += 1) tries.push((await server.get(null, `/v1/verify/${NEVER}`)).status);
  expect([tries[0], tries.at(-1)]).toEqual([404, 429]);
});
