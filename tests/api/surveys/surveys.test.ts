// A survey over the API and its page: drafted, published, answered once each, closed; results from the minimum on, regions
// where enough answered, plots and table. And that nobody is to be found behind an answer: in database, audit, log, export.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { admit, answerSurvey, surveyOf } from '../../../engine/surveys/answer.ts';
import { dropClaims } from '../../../engine/surveys/buckets.ts';
import { digestOf, ticketFor } from '../../../engine/surveys/respondent.ts';
import { type Survey, surveyAnswers, surveyClaims } from '../../../engine/surveys/store.ts';
import { surveyWish } from '../../support/surveys/wish.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

let stage: ServerStage;
let wishes = 0;
beforeAll(async () => {
  stage = await openServer({
    resourcesOf: (ctx) => [resourceRoutes(ctx)],
    open: (ctx) => [formRoutes(ctx, false)],
    limits: { perAddress: 1_000_000, perKey: 1_000_000 },
  });
});
afterAll(() => stage.close());

const post = (url: string, body?: object, headers = {}) => {
  wishes += 1;
  return stage.ask('POST', `/v1${url}`, { body: body ?? {}, key: `wish-${wishes}`, headers });
};
const get = (url: string) => stage.ask('GET', `/v1${url}`, { headers: { 'accept-language': 'en' } });

async function opened(wish: object = surveyWish): Promise<Survey> {
  const made = await post('/surveys', wish);
  expect(made.status, made.text).toBe(201);
  const id = String(made.json().id);
  expect((await post(`/surveys/${id}/publish`)).status).toBe(200);
  return (await surveyOf(stage.ctx, id)) as Survey;
}

const respondent = (nth: number) => ({ person: null, chats: [`participant.telegram.77000000${nth}`] });

async function ticketOf(survey: Survey, nth: number): Promise<string> {
  const admitted = await admit(stage.ctx, survey, respondent(nth));
  if (!admitted.ok) throw new Error(admitted.reasons.map(({ code }) => code).join());
  return admitted.value;
}

const given = (nth: number) => ({
  pleased: [nth % 4 === 0 ? 'no' : 'yes'],
  liked: ['people'],
  mark: [String(1 + (nth % 5))],
  age: ['20'],
  wish: [],
});

async function answered(survey: Survey, from: number, to: number, regionOf = (_: number) => '75') {
  for (let nth = from; nth < to; nth += 1) {
    const ticket = await ticketOf(survey, nth);
    const answer = { region: regionOf(nth), given: given(nth) };
    expect(await answerSurvey(stage.ctx, survey, ticket, answer)).toEqual({ ok: true, value: null });
  }
}

interface Figures {
  readonly counted: number;
  readonly questions: readonly {
    readonly id: string;
    readonly mean: number | null;
    readonly median: number | null;
    readonly options: readonly { readonly id: string; readonly count: number; readonly share: number }[];
  }[];
  readonly regions: readonly { readonly region: string | null; readonly total: number }[];
}
const results = async (survey: Survey) =>
  (await get(`/surveys/${survey._id}/results`)).json() as { total: number; figures: Figures | null };

describe('drafting', () => {
  it('names every fault of the questions by its place', async () => {
    const [choice] = surveyWish.questions;
    const questions = [
      { ...choice, options: [] },
      { id: 'mark', kind: 'scale', text: choice?.text },
      { id: 'mark', kind: 'text', text: choice?.text },
    ];
    const answer = await post('/surveys', { ...surveyWish, questions, minimum: 2 });
    expect(answer.status).toBe(400);
    const pointers = (answer.json().errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/questions/0/options', '/questions/1/from', '/questions/2/id', '/minimum']);
  });

  it('wants all three languages', async () => {
    const { kk: _, ...two } = surveyWish.title;
    expect((await post('/surveys', { ...surveyWish, title: two })).status).toBe(400);
  });

  it('is drafted once, published once, on the version that was seen', async () => {
    const ask = () => stage.ask('POST', '/v1/surveys', { body: surveyWish, key: 'the-draft' });
    const made = await ask();
    expect((await ask()).text).toBe(made.text);
    expect(made.json()).toMatchObject({ state: 'draft', link: null });
    const url = `/surveys/${made.json().id}/publish`;
    expect((await post(url, {}, { 'if-match': '"7"' })).status).toBe(412);
    const done = await post(url, {}, { 'if-match': '"1"' });
    expect(done.json()).toMatchObject({
      state: 'published',
      link: `https://qadam.example/participant?start=s-${made.json().id}`,
    });
    expect((await post(url)).status).toBe(409);
    const code = await get(`/surveys/${made.json().id}/qr`);
    expect([code.status, code.text.slice(0, 4)]).toEqual([200, '<svg']);
  });
});

describe('the page', () => {
  const send = (url: string, fields: Record<string, string>) =>
    stage.app.inject({
      ...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const fields = { 'q.pleased': 'yes', 'q.mark': '4', 'q.liked.people': 'people', 'q.liked.food': 'food' };

  it('asks in the reader’s language, names what is missing and keeps what was typed', async () => {
    const survey = await opened();
    const url = `/forms/survey/${survey._id}/${await ticketOf(survey, 1)}?lang=kk`;
    const shown = await stage.app.inject({ url });
    expect(shown.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    for (const each of ['Survey kk', 'pleased kk', 'Өңіріңіз']) expect(shown.body).toContain(each);
    const missing = await send(url, { 'q.pleased': 'yes', 'q.mark': '9', 'q.wish': 'Сынақ <b>' });
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('Сынақ &lt;b&gt;');
    expect(missing.body).toContain('value="yes" checked');
    expect((await send(url, { ...fields, 'q.wish': '061211600012' })).body).toContain('ЖСН');
    expect((await results(survey)).total).toBe(0);
    const done = await send(url, { ...fields, region: '75' });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/forms/survey/done?lang=kk']);
    expect((await stage.app.inject({ url: String(done.headers.location) })).body).toContain('қабылданды');
    const again = await send(url, fields);
    expect([again.statusCode, again.body.includes('бұрын қабылданған')]).toEqual([200, true]);
    expect((await results(survey)).total).toBe(1);
  });

  it('knows no ticket of another survey, an altered or an old one, and takes none once it is closed', async () => {
    const survey = await opened();
    const ticket = await ticketOf(survey, 1);
    const other = await opened();
    const at = (id: string, which: string) => `/forms/survey/${id}/${which}`;
    const wrong = [at(other._id, ticket), at(survey._id, `${ticket.slice(0, -1)}x`), at('nowhere', ticket)];
    for (const url of wrong) {
      expect((await stage.app.inject({ url })).statusCode, url).toBe(410);
      expect((await send(url, fields)).statusCode, url).toBe(410);
    }
    stage.clock.advance(31 * DAY);
    expect((await stage.app.inject({ url: at(survey._id, ticket) })).statusCode).toBe(410);
    const fresh = at(survey._id, await ticketOf(survey, 1));
    expect((await post(`/surveys/${survey._id}/close`)).status).toBe(200);
    expect((await send(fresh, fields)).statusCode).toBe(410);
  });
});

describe('one answer each', () => {
  it('of many at once with one ticket one counts', async () => {
    const survey = await opened();
    const ticket = await ticketOf(survey, 1);
    const tries = Array.from({ length: 16 }, () =>
      answerSurvey(stage.ctx, survey, ticket, { region: '', given: given(1) }),
    );
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
    expect((await results(survey)).total).toBe(1);
  });

  it('also after a chat became a person’s, and from another of their chats', async () => {
    const survey = await opened();
    await answered(survey, 1, 2);
    const [chat = ''] = respondent(1).chats;
    const refusal = { ok: false, reasons: [{ code: 'surveys.answered' }] };
    const known = { person: 'p22222222222222a', chats: ['participant.web.2', chat] };
    expect(await admit(stage.ctx, survey, known)).toMatchObject(refusal);
  });

  it('an attendee’s ticket is good once, and a repeat of the wish gives the same tickets', async () => {
    const survey = await opened();
    const ask = () =>
      stage.ask('POST', `/v1/surveys/${survey._id}/tickets`, { body: { count: 3 }, key: 'the-tickets' });
    const { addresses } = (await ask()).json() as { addresses: string[] };
    expect((await ask()).json()).toEqual({ addresses });
    expect(new Set(addresses).size).toBe(3);
    for (const address of addresses) {
      const ticket = address.split('/').at(-1) ?? '';
      const answer = () => answerSurvey(stage.ctx, survey, ticket, { region: '', given: given(2) });
      expect([(await answer()).ok, (await answer()).ok]).toEqual([true, false]);
    }
  });
});

describe('results', () => {
  it('come from the minimum on, and in steps of it while the survey is open', async () => {
    const survey = await opened();
    await answered(survey, 0, 4);
    expect(await results(survey)).toMatchObject({ total: 4, figures: null });
    expect((await get(`/surveys/${survey._id}/plots/pleased`)).status).toBe(409);
    await answered(survey, 4, 6);
    expect(await results(survey)).toMatchObject({ total: 6, figures: { counted: 6 } });
    await answered(survey, 6, 10);
    expect(await results(survey)).toMatchObject({ total: 10, figures: { counted: 6 } });
    await answered(survey, 10, 11);
    expect(await results(survey)).toMatchObject({ total: 11, figures: { counted: 11 } });
  });

  it('are counts, shares to one decimal, mean and median', async () => {
    const survey = await opened();
    await answered(survey, 0, 7);
    const questions = (await results(survey)).figures?.questions ?? [];
    expect(questions.find(({ id }) => id === 'pleased')?.options).toEqual([
      { id: 'yes', count: 5, share: 71.4 },
      { id: 'no', count: 2, share: 28.6 },
    ]);
    // 1 2 3 4 5 1 2
    expect(questions.find(({ id }) => id === 'mark')).toMatchObject({ mean: 2.6, median: 2 });
    const plot = await get(`/surveys/${survey._id}/plots/pleased`);
    expect(plot.headers['content-type']).toContain('image/svg+xml');
    for (const each of ['pleased en', '71.4%', '7 people answered']) expect(plot.text).toContain(each);
  });

  it('show no region that too few are of, nor one that subtraction would give away', async () => {
    const survey = await opened();
    const regions = ['75', '75', '75', '75', '75', '75', '75', '71', '71', '71', '71', '71', '62', '62'];
    await answered(survey, 0, regions.length, (nth) => regions[nth] ?? '');
    const { figures } = await results(survey);
    expect(figures?.regions.map(({ region, total }) => [region, total])).toEqual([
      ['75', 7],
      [null, 7],
    ]);
  });
});

describe('the table', () => {
  it('is there once an anonymous survey is closed and enough have answered', async () => {
    const survey = await opened();
    const table = (format: string) => get(`/surveys/${survey._id}/export?format=${format}`);
    await answered(survey, 0, 6, (nth) => (nth === 0 ? '62' : '75'));
    expect([(await table('csv')).status, (await table('csv')).text.includes('still-open')]).toEqual([
      409,
      true,
    ]);
    await post(`/surveys/${survey._id}/close`);
    const lines = (await table('csv')).text.trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('pleased en');
    // Too few of region 62: it is not named, and the region that would give it away is not either.
    expect(lines.join()).not.toContain('Ulytau');
    expect((await table('xlsx')).headers['content-type']).toContain('spreadsheetml');
  });
});

describe('nobody is to be found behind an answer', () => {
  it('in database, audit, log and export', async () => {
    const survey = await opened();
    const secret = 'Жауап-белгі-7319';
    for (let nth = 0; nth < 8; nth += 1) {
      const url = `/forms/survey/${survey._id}/${await ticketOf(survey, nth)}`;
      const payload = new URLSearchParams({
        'q.pleased': 'yes',
        'q.mark': '3',
        'q.wish': `${secret} ${nth}`,
      });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      await stage.app.inject({ method: 'POST', url, payload: payload.toString(), headers });
    }
    const chats = Array.from({ length: 8 }, (_, nth) => respondent(nth).chats[0] ?? '');
    const digests = chats.map((chat) => digestOf(stage.ctx, survey._id, `chat/${chat}`));
    const traces = [...chats, ...digests, ...digests.map((each) => ticketFor(stage.ctx, survey._id, each))];
    const holding = await documentsWith(secret);
    // Only the documents of answers hold what was answered, and nothing of who, when or in which order.
    expect(holding.map(({ collection }) => collection)).toEqual(holding.map(() => 'survey_answers'));
    for (const { text } of holding) {
      for (const trace of traces) expect(text).not.toContain(trace);
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|"(at|day|time|createdAt)"/);
    }
    for (const digest of digests)
      expect((await documentsWith(digest)).map(({ collection }) => collection)).toEqual(['survey_claims']);
    for (const trace of [...traces, secret]) expect(stage.log()).not.toContain(trace);
    await post(`/surveys/${survey._id}/close`);
    const { text } = await get(`/surveys/${survey._id}/export?format=csv`);
    expect(text).toContain(secret);
    for (const trace of traces) expect(text).not.toContain(trace);
    await dropClaims(stage.ctx, survey._id);
    for (const digest of digests) expect(await documentsWith(digest)).toEqual([]);
  });

  it('by the order of writing: all documents are there before, and each list is sorted', async () => {
    const survey = await opened();
    const before = await natural(survey);
    await answered(survey, 0, 40);
    expect(await natural(survey)).toEqual(before);
    for (const { answers } of await surveyAnswers.on(stage.ctx.db).find({ survey: survey._id }).lean()) {
      const ids = answers.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
    const claims = await surveyClaims.on(stage.ctx.db).find({ survey: survey._id }).lean();
    expect(claims.flatMap(({ digests }) => digests)).toHaveLength(40);
    for (const { digests } of claims) expect(digests).toEqual([...digests].sort());
  });

  const natural = async ({ _id }: Survey) => {
    const of = (name: string) =>
      stage.ctx.db
        .collection(name)
        .find({ survey: _id }, { projection: { _id: 1 } })
        .toArray();
    return [await of('survey_answers'), await of('survey_claims')];
  };

  /** Every document of the database in which a text stands. */
  async function documentsWith(sought: string) {
    const found: { collection: string; text: string }[] = [];
    for (const { name } of await stage.ctx.db.listCollections())
      for (const each of await stage.ctx.db.collection(name).find({}).toArray()) {
        const text = JSON.stringify(each);
        if (text.includes(sought)) found.push({ collection: name, text });
      }
    return found;
  }
});
