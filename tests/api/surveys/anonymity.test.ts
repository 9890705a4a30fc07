// Nobody is to be found behind an answer: not in the database, the audit, the log or the table, nor by the order of writing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropClaims } from '../../../engine/surveys/buckets.ts';
import { digestOf, ticketFor } from '../../../engine/surveys/respondent.ts';
import { type Survey, surveyAnswers, surveyClaims } from '../../../engine/surveys/store.ts';
import { openRig, respondent, type SurveyRig } from './rig.ts';

let rig: SurveyRig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.stage.close());

describe('nobody is to be found behind an answer', () => {
  it('in database, audit, log and export', async () => {
    const survey = await rig.opened();
    const secret = 'Жауап-белгі-7319';
    for (let nth = 0; nth < 8; nth += 1) {
      const url = `/forms/survey/${survey._id}/${await rig.ticketOf(survey, nth)}`;
      const payload = new URLSearchParams({
        'q.pleased': 'yes',
        'q.mark': '3',
        'q.wish': `${secret} ${nth}`,
      });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      await rig.stage.app.inject({ method: 'POST', url, payload: payload.toString(), headers });
    }
    const chats = Array.from({ length: 8 }, (_, nth) => respondent(nth).chats[0] ?? '');
    const digests = chats.map((chat) => digestOf(rig.stage.ctx, survey._id, `chat/${chat}`));
    const traces = [
      ...chats,
      ...digests,
      ...digests.map((each) => ticketFor(rig.stage.ctx, survey._id, each)),
    ];
    const holding = await documentsWith(secret);
    // Only the documents of answers hold what was answered, and nothing of who, when or in which order.
    expect(holding.map(({ collection }) => collection)).toEqual(holding.map(() => 'survey_answers'));
    for (const { text } of holding) {
      for (const trace of traces) expect(text).not.toContain(trace);
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|"(at|day|time|createdAt)"/);
    }
    for (const digest of digests)
      expect((await documentsWith(digest)).map(({ collection }) => collection)).toEqual(['survey_claims']);
    for (const trace of [...traces, secret]) expect(rig.stage.log()).not.toContain(trace);
    await rig.post(`/surveys/${survey._id}/close`);
    const { text } = await rig.get(`/surveys/${survey._id}/export?format=csv`);
    expect(text).toContain(secret);
    for (const trace of traces) expect(text).not.toContain(trace);
    await dropClaims(rig.stage.ctx, survey._id);
    for (const digest of digests) expect(await documentsWith(digest)).toEqual([]);
  });

  it('by the order of writing: all documents are there before, and each list is sorted', async () => {
    const survey = await rig.opened();
    const before = await natural(survey);
    await rig.answered(survey, 0, 40);
    expect(await natural(survey)).toEqual(before);
    for (const { answers } of await surveyAnswers.on(rig.stage.ctx.db).find({ survey: survey._id }).lean()) {
      const ids = answers.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
    const claims = await surveyClaims.on(rig.stage.ctx.db).find({ survey: survey._id }).lean();
    expect(claims.flatMap(({ digests }) => digests)).toHaveLength(40);
    for (const { digests } of claims) expect(digests).toEqual([...digests].sort());
  });

  const natural = async ({ _id }: Survey) => {
    const of = (name: string) =>
      rig.stage.ctx.db
        .collection(name)
        .find({ survey: _id }, { projection: { _id: 1 } })
        .toArray();
    return [await of('survey_answers'), await of('survey_claims')];
  };

  /** Every document of the database in which a text stands. */
  async function documentsWith(sought: string) {
    const found: { collection: string; text: string }[] = [];
    for (const { name } of await rig.stage.ctx.db.listCollections())
      for (const each of await rig.stage.ctx.db.collection(name).find({}).toArray()) {
        const text = JSON.stringify(each);
        if (text.includes(sought)) found.push({ collection: name, text });
      }
    return found;
  }
});
