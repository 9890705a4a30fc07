// The page that hands out the copy: in the person's language, once, for half an hour, a few in an hour, and kept by nobody.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { HOUR, MINUTE } from '../../../engine/kernel/clock.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { keepMedia } from '../../../engine/media/store.ts';
import { COPIES_AN_HOUR, openRecordForm } from '../../../engine/people/record-link.ts';
import { people } from '../../../engine/people/store.ts';
import { plainText } from '../../../locales/texts.ts';
import { newHost, newStudent, unwrap } from '../../support/credit/cast.ts';
import { copyIn } from '../../support/unpacked.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

let server: ServerStage;
let app: FastifyInstance;
let students = 0;
beforeAll(async () => {
  server = await openServer({ open: (ctx) => [formRoutes(ctx, false)] });
  app = server.app;
  await newHost(server.ctx);
});
afterAll(() => server?.close());

async function newcomer(): Promise<string> {
  students += 1;
  return (await newStudent(server.ctx, 'Үлгі Студент', `participant.telegram.77${students}`)).id;
}
const link = async (person: string) => `/forms/${unwrap(await openRecordForm(server.ctx, person))}`;
const take = (url: string) => app.inject({ method: 'POST', url });

it.each(languages)('says in %s what the copy holds, and looking uses nothing up', async (language) => {
  const person = await newcomer();
  await people.on(server.ctx.db).updateOne({ _id: person }, { $set: { language } });
  const url = await link(person);
  for (const _ of [1, 2]) {
    const { statusCode, body, headers } = await app.inject({ url });
    expect([statusCode, headers['cache-control'], headers['referrer-policy']]).toEqual([
      200,
      'no-store',
      'no-referrer',
    ]);
    for (const key of ['title', 'why', 'data', 'numbers', 'files', 'send', 'safe'])
      expect(body).toContain(plainText({ key: `forms:record.${key}` }, language));
    expect(body).toContain(`lang="${language}"`);
  }
});

it('is handed out once, as a file that nobody keeps, with every byte of every file', async () => {
  const person = await newcomer();
  const bytes = Buffer.alloc(700_000, 'as large as three pieces of the store. ');
  const kept = await keepMedia(server.ctx, { owner: person, name: 'a/"b.txt', mime: null, bytes });
  const url = await link(person);
  const [one, two] = await Promise.all([take(url), take(url)]);
  expect([one.statusCode, two.statusCode].sort()).toEqual([200, 410]);
  const good = one.statusCode === 200 ? one : two;
  expect(good.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="qadam.zip"',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  const { data, files } = copyIn(good.rawPayload);
  expect(data).toMatchObject({
    format: 'qadam.record/1',
    person,
    numbers: { iin: null, iban: null },
    cut: [],
  });
  expect(Object.keys(files)).toEqual([`files/${kept._id}-a__b.txt`]);
  expect(Buffer.from(Object.values(files)[0] ?? []).equals(bytes)).toBe(true);
  expect((await app.inject({ url })).statusCode).toBe(410);
});

it('is over after half an hour, and given a few times in an hour only', async () => {
  const person = await newcomer();
  const url = await link(person);
  server.clock.advance(31 * MINUTE);
  expect([(await app.inject({ url })).statusCode, (await take(url)).statusCode]).toEqual([410, 410]);
  for (let made = 1; made < COPIES_AN_HOUR; made += 1) await link(person);
  expect(await openRecordForm(server.ctx, person)).toMatchObject({
    ok: false,
    reasons: [{ code: 'common.too-many-copies', params: { most: COPIES_AN_HOUR } }],
  });
  server.clock.advance(HOUR);
  expect((await take(await link(person))).statusCode).toBe(200);
});

it('is not for whoever is being erased', async () => {
  const person = await newcomer();
  const erasure = { askedAt: server.clock.now(), askedBy: `person:${person}`, doneAt: null };
  await people.on(server.ctx.db).updateOne({ _id: person }, { $set: { erasure } });
  expect(await openRecordForm(server.ctx, person)).toMatchObject({
    reasons: [{ code: 'common.being-erased' }],
  });
});
