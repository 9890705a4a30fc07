// The register of legal representatives: for operators, with what is in force, and no number of anybody.
import { beforeAll, expect, it } from 'vitest';
import { guardianRoutes } from '../../../api/routes/guardians.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { giveConsent, withdrawConsent } from '../../../engine/people/consents.ts';
import { guardianshipsSeenBy } from '../../../engine/people/guardian-register.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { people } from '../../../engine/people/store.ts';
import { newCommand, newHost, newStudent, personOf, unwrap } from '../../support/credit/cast.ts';
import { withServer } from '../../support/fixtures/with-server.ts';

const server = withServer('file', { resourcesOf: (ctx) => [guardianRoutes(ctx) as never] });
beforeAll(async () => {
  await newHost(server.ctx);
});

it('tells who consented for whom, and how it stands', async () => {
  const { ctx, clock } = server;
  const minor = await newStudent(ctx, 'Әлия Мысал');
  const blank = { region: null, phone: null, student: null, consents: [], grants: [] };
  const chat = 'participant.telegram.9001';
  unwrap(await registerPerson(ctx, newCommand(), { chat, name: 'Үлгі Ана', language: 'kk', ...blank }));
  const guardian = await personOf(ctx, chat);
  const since = clock.now();
  const set = {
    birthDate: '2009-01-01',
    guardian: { person: guardian.id, relation: 'parent' as const, since },
  };
  await people.on(ctx.db).updateOne({ _id: minor.id }, { $set: set });
  const consent = {
    person: minor.id,
    givenBy: guardian.id,
    purpose: 'credit',
    textVersion: '1',
    thirdParties: [],
  };
  const until = new Date(since.getTime() + 900 * DAY);
  unwrap(await giveConsent(ctx, newCommand(guardian), { ...consent, until, asGuardian: true }));
  const rows = async () => (await server.ask('GET', `/v1/guardians?q=${encodeURIComponent('алия')}`)).json();
  const row = {
    minor: { id: minor.id, name: 'Әлия Мысал' },
    guardian: { id: guardian.id, name: 'Үлгі Ана' },
    relation: 'parent',
    since: since.toISOString(),
  };
  expect((await rows()).items).toEqual([{ ...row, state: 'in-force' }]);
  unwrap(await withdrawConsent(ctx, newCommand(guardian), { person: minor.id, purpose: 'credit' }));
  expect((await rows()).items).toEqual([{ ...row, state: 'withdrawn' }]);
  clock.advance(700 * DAY);
  expect((await rows()).items).toEqual([{ ...row, state: 'grown-up' }]);
  await expect(guardianshipsSeenBy(ctx, guardian, {}, { limit: 10, after: null })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
