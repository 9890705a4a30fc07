// A server with surveys, and people who answer them: for the tests of the API and of what stays unknown.
import { expect } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { admit, answerSurvey, surveyOf } from '../../../engine/surveys/answer.ts';
import type { Survey } from '../../../engine/surveys/store.ts';
import { surveyWish } from '../../support/surveys/wish.ts';
import { openServer } from '../server/stage.ts';

export interface Figures {
  readonly counted: number;
  readonly questions: readonly {
    readonly id: string;
    readonly mean: number | null;
    readonly median: number | null;
    readonly options: readonly { readonly id: string; readonly count: number; readonly share: number }[];
  }[];
  readonly regions: readonly { readonly region: string | null; readonly total: number }[];
}

/** Somebody who never registered, known by a chat. */
export const respondent = (nth: number) => ({ person: null, chats: [`participant.telegram.77000000${nth}`] });

export const answersBy = (nth: number) => ({
  pleased: [nth % 4 === 0 ? 'no' : 'yes'],
  liked: ['people'],
  mark: [String(1 + (nth % 5))],
  age: ['20'],
  wish: [],
});

let wishes = 0;

export type SurveyRig = Awaited<ReturnType<typeof openRig>>;

export async function openRig() {
  const stage = await openServer({
    resourcesOf: async (ctx) => [await resourceRoutes(ctx)],
    open: (ctx) => [formRoutes(ctx, false)],
    limits: { perAddress: 1_000_000, perKey: 1_000_000 },
  });

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

  async function ticketOf(survey: Survey, nth: number): Promise<string> {
    const admitted = await admit(stage.ctx, survey, respondent(nth));
    if (!admitted.ok) throw new Error(admitted.reasons.map(({ code }) => code).join());
    return admitted.value;
  }

  /** Answers of the respondents from one number up to another. */
  async function answered(survey: Survey, from: number, to: number, regionOf = (_: number) => '75') {
    for (let nth = from; nth < to; nth += 1) {
      const ticket = await ticketOf(survey, nth);
      const answer = { region: regionOf(nth), given: answersBy(nth) };
      expect(await answerSurvey(stage.ctx, survey, ticket, answer)).toEqual({ ok: true, value: null });
    }
  }

  const results = async (survey: Survey) =>
    (await get(`/surveys/${survey._id}/results`)).json() as { total: number; figures: Figures | null };

  const send = (url: string, fields: Record<string, string>) =>
    stage.app.inject({
      ...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  return { stage, post, get, opened, ticketOf, answered, results, send };
}
