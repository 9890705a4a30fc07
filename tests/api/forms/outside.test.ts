// The page by which an employer confirms or rejects a report of work: without an account, once.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { askEmployer, entryOf, writeEntry } from '../../../engine/programmes/badge/programme.ts';
import { newBadgeStaff, newParticipant, newYoungPerson, type Staff } from '../../support/badge/cast.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

let server: ServerStage;
let app: FastifyInstance;
let staff: Staff;
let workers = 0;
beforeAll(async () => {
  server = await openServer({ open: (ctx) => [formRoutes(ctx, false)] });
  app = server.app;
  staff = await newBadgeStaff(server.ctx);
});
afterAll(() => server?.close());

/** A report that waits for the employer, and the page's address. */
async function reported() {
  const { ctx } = server;
  workers += 1;
  const person = await newYoungPerson(ctx, `worker-${workers}`, '2006-05-01');
  const participation = await newParticipant(ctx, person, staff, 'gold');
  const date = localDate(ctx.clock.now());
  const entry = unwrap(
    await writeEntry(ctx, newCommand(person), participation, {
      ...{ direction: 'work', kind: 'work', date, days: [date], title: 'Мысал шеберханасы' },
      text: 'Орындық жасауға көмектестім',
    }),
  );
  const url = new URL(unwrap(await askEmployer(ctx, { actor: person }, entry))).pathname;
  return { entry, url, person };
}
const send = (url: string, fields: Readonly<Record<string, string>>) =>
  app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const word = { answer: 'yes', name: 'Мысал Мысалов', post: 'шебер', words: '' };

it('B-98: shows what there is to confirm and nothing more, and takes the answer once', async () => {
  const { entry, url, person } = await reported();
  const { statusCode, body } = await app.inject({ url });
  expect(statusCode).toBe(200);
  for (const shown of ['Мысал шеберханасы', 'Орындық жасауға көмектестім']) expect(body).toContain(shown);
  for (const hidden of [person.id, '2006', 'Ата-анасымен']) expect(body).not.toContain(hidden);
  expect((await send(url, word)).statusCode).toBeLessThan(400);
  expect(await entryOf(server.ctx, entry)).toMatchObject({ state: 'sent', employer: { confirmed: true } });
  expect((await send(url, { ...word, answer: 'no' })).statusCode).toBe(410);
});

it('says what is missing, also why somebody does not confirm, and keeps nothing until then', async () => {
  const { entry, url } = await reported();
  for (const fields of [
    { ...word, answer: '' },
    { ...word, name: '' },
    { ...word, answer: 'no' },
  ])
    expect((await send(url, fields)).statusCode).toBe(422);
  expect((await entryOf(server.ctx, entry)).state).toBe('with-employer');
  await send(url, { ...word, answer: 'no', words: 'Бұл күні жұмыс болған жоқ' });
  expect(await entryOf(server.ctx, entry)).toMatchObject({ employer: { confirmed: false, post: 'шебер' } });
});

it('is open for 14 days', async () => {
  const { url } = await reported();
  server.clock.advance(14 * DAY + 1);
  expect((await app.inject({ url })).statusCode).toBe(410);
});
