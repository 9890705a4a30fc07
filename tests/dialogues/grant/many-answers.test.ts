// Many answers to a grant's survey through chats and pages: none is lost, none counts twice, and nobody is to be found behind one.
// A small round in `npm test`; 1,000 within a minute as a campaign.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadMedia } from '../../../engine/media/store.ts';
import {
  closeQuestionnaire,
  evidenceOf,
  openQuestionnaire,
  questionnairesSeenBy,
} from '../../../engine/programmes/grant/programme.ts';
import { grantEvidence } from '../../../engine/programmes/grant/store.ts';
import { digestOf } from '../../../engine/surveys/respondent.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import { openedSurvey, openPages, type Pages } from '../../support/grant/answering.ts';
import { agreedProject, type Stage } from '../../support/grant/cast.ts';
import { GrantCast } from '../../support/grant/desk-cast.ts';
import { inCampaign, noteDown } from '../../support/run/campaign.ts';

const ANSWERS = inCampaign ? 1_000 : 30;
/** Milliseconds of this process: what else a busy machine does is no matter. */
const LONGEST = 60_000;
const SECRET = 'Жауап-белгі-4127';

let cast: GrantCast;
let stage: Stage;
let pages: Pages;
beforeAll(async () => {
  cast = await GrantCast.open('2025-08-20T06:00:00Z');
  stage = await agreedProject(cast.stage.ctx, 'survey');
  pages = await openPages(cast.stage.ctx);
});
afterAll(async () => {
  await pages.close();
  await cast.close();
});

const chatOf = (nth: number): string => `7700${String(nth).padStart(6, '0')}`;

/** Nine of ten give 4 or 5. */
const markOf = (nth: number): string => String(nth % 10 === 0 ? 3 : 4 + (nth % 2));

it('G-39: of 1,000 answers in a minute none is lost, none counts twice, and nobody is to be found behind one', {
  timeout: 600_000,
}, async () => {
  const { ctx } = cast.stage;
  const { project, lead } = stage;
  const asked = { project, activity: '2.2', population: 'courseParticipants' } as const;
  const survey = unwrap(await openQuestionnaire(ctx, newCommand(lead), asked));
  const before = process.cpuUsage();
  for (let nth = 0; nth < ANSWERS; nth += 1) await answeredBy(nth, survey);
  const { user, system } = process.cpuUsage(before);
  noteDown([{ kind: 'survey answers', runs: ANSWERS }]);
  expect((await questionnairesSeenBy(ctx, lead, project))[0]?.total).toBe(ANSWERS);
  await nobodyIsFound(survey);

  unwrap(await closeQuestionnaire(ctx, newCommand(lead), survey));
  await cast.stage.carryOn();
  const satisfied = ANSWERS - Math.ceil(ANSWERS / 10);
  expect((await questionnairesSeenBy(ctx, lead, project))[0]?.satisfaction).toEqual({
    ...{ satisfied, answered: ANSWERS, percent: 90 },
  });
  expect(await documentsWith(digestOf(ctx, survey, `chat/participant.telegram.${chatOf(0)}`))).toEqual([]);
  await theExportNamesNobody();
  expect((user + system) / 1_000).toBeLessThan(LONGEST);
});

/** Every tenth sends the page twice, and opens the link once more. */
async function answeredBy(nth: number, survey: string): Promise<void> {
  const chat = cast.at(chatOf(nth));
  const page = await openedSurvey(chat, survey);
  const fields = { 'q.satisfaction': markOf(nth), 'q.wish': `${SECRET} ${nth}` };
  const first = await pages.answer(page, fields);
  expect(first).toEqual({ status: 303, to: expect.stringContaining('/forms/survey/done') });
  if (nth % 10 !== 0) return;
  expect((await pages.answer(page, fields)).to).not.toContain('done');
  await chat.say(`/start gs_${survey}`);
  expect(chat.keys).toContain('surveys:reason.answered');
}

async function nobodyIsFound(survey: string): Promise<void> {
  const { ctx } = cast.stage;
  const chats = Array.from({ length: ANSWERS }, (_, nth) => chatOf(nth));
  const digests = chats.map((chat) => digestOf(ctx, survey, `chat/participant.telegram.${chat}`));
  const holding = await documentsWith(SECRET);
  // The answers themselves, and what is shown of them together.
  const held = [...new Set(holding.map(({ collection }) => collection))].sort();
  expect(held).toEqual(['survey_answers', 'survey_snapshots']);
  for (const { text } of holding) {
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|"(at|day|time|createdAt)"/);
    for (const trace of [...chats, ...digests]) expect(text.includes(trace)).toBe(false);
  }
  const log = pages.log();
  for (const trace of [...chats, ...digests, SECRET]) expect(log.includes(trace)).toBe(false);
}

/** The answers as the grantor gets them: every one, and nobody. */
async function theExportNamesNobody(): Promise<void> {
  const { ctx } = cast.stage;
  const found = await grantEvidence
    .on(ctx.db)
    .findOne({ project: stage.project, unit: 'questionnaireExport' } as never);
  const { media, serves } = await evidenceOf(ctx, String(found?._id));
  expect(serves).toEqual([expect.objectContaining({ indicator: '2.2.3', part: 0 })]);
  const file = await loadMedia(ctx, media[0] ?? '');
  const text = Object.values(unzipSync(file?.bytes ?? new Uint8Array()))
    .map((each) => strFromU8(each))
    .join('\n');
  expect(new Set(text.match(new RegExp(`${SECRET} \\d+`, 'g'))).size).toBe(ANSWERS);
  for (let nth = 0; nth < ANSWERS; nth += 1) expect(text.includes(chatOf(nth))).toBe(false);
}

/** Every document of the database in which a text stands. */
async function documentsWith(sought: string) {
  const { db } = cast.stage.ctx;
  const found: { collection: string; text: string }[] = [];
  for (const { name } of await db.listCollections())
    for await (const each of db.collection(name).find({})) {
      const text = JSON.stringify(each);
      if (text.includes(sought)) found.push({ collection: name, text });
    }
  return found;
}
