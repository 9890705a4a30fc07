// Reference data through the API: validity, search, editing under If-Match, import, and the calendar of working days.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../engine/kernel/working-days.ts';
import { workingCalendar } from '../../../engine/reference/calendar/working-calendar.ts';
import { calendarYears, yearsToConfirm } from '../../../engine/reference/calendar/years.ts';
import { calendarWatch } from '../../../engine/reference/manifest.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Row, type Server } from './server.ts';
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

const kazNu = {
  id: 'kaznu',
  kk: 'Әл-Үміт университеті',
  ru: 'Университет Аль-Умит',
  en: 'Al-Umit',
  region: '75',
};
const idsOf = (items: readonly Row[]) => items.map(({ id }) => id);
const tag = (version: number) => ({ 'if-match': `"${version}"` });
const table = (text: string) =>
  server.post(cast.operator, '/v1/universities/import', Buffer.from(text), undefined, {
    'content-type': 'text/csv',
  });

describe('an entry', () => {
  it('is found by Kazakh letters folded and Latin look-alikes', async () => {
    await server.post(cast.operator, '/v1/universities', kazNu);
    for (const q of ['ал-умит', 'ӘЛ-Ү', 'aль-yмит', 'al-umit', 'kaznu']) {
      const { body } = await server.get(cast.headA, `/v1/universities?q=${encodeURIComponent(q)}`);
      expect([q, idsOf(body.items)]).toEqual([q, ['kaznu']]);
    }
    expect((await server.get(cast.headA, '/v1/universities?q=omega')).body.items).toEqual([]);
  });

  it('is edited by If-Match, and by operators alone', async () => {
    const url = '/v1/universities/kaznu';
    const { headers } = await server.get(cast.headA, url);
    expect(headers.etag).toBe('"1"');
    expect((await server.patch(cast.operator, url, { en: 'Al-Umit University' }, {})).status).toBe(428);
    expect((await server.patch(cast.headA, url, { en: 'Mine' }, tag(1))).status).toBe(403);
    const done = await server.patch(
      cast.operator,
      url,
      { en: 'Al-Umit University', to: '2030-08-31' },
      tag(1),
    );
    expect(done).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { to: '2030-08-31' } });
    expect((await server.patch(cast.operator, url, { en: 'Late' }, tag(1))).status).toBe(412);
    expect((await server.get(cast.headA, url)).body.en).toBe('Al-Umit University');
  });

  it('is shown on the days on which it holds', async () => {
    const on = async (day: string) =>
      idsOf((await server.get(cast.headA, `/v1/universities?on=${day}`)).body.items);
    expect(await on('2030-08-31')).toContain('kaznu');
    expect(await on('2030-09-01')).not.toContain('kaznu');
  });

  it.each([
    [{ from: '2030-09-01' }, 409],
    [{ from: '2030-02-30' }, 400],
    [{ region: '99' }, 400],
    [{ town: 'x' }, 400],
  ])('refuses %j', async (patch, status) => {
    expect((await server.patch(cast.operator, '/v1/universities/kaznu', patch, tag(2))).status).toBe(status);
  });
});

describe('a table', () => {
  it('is taken over: what is new is added, what is other is edited, the rest stays', async () => {
    const text = 'id,kk,ru,en,region\nkaznu,Әл-Үміт,Аль-Умит,Al-Umit,75\nomega,Омега,Омега,Omega,71\n';
    expect(await table(text)).toMatchObject({ status: 200, body: { added: 1, changed: 1, unchanged: 0 } });
    expect(await table(text)).toMatchObject({ status: 200, body: { added: 0, changed: 0, unchanged: 2 } });
  });

  it('with faults changes nothing, and names all of them', async () => {
    const { status, body } = await table('id,kk,ru,en,region\npsi,Пси,Пси,Psi,71\nx y,Икс,,Ex,7\n');
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }) => pointer).sort()).toEqual(['/csv/A3', '/csv/C3', '/csv/E3']);
    expect((await server.get(cast.headA, '/v1/universities/psi')).status).toBe(404);
  });

  it('is a file', async () => {
    expect((await server.post(cast.operator, '/v1/universities/import', {})).status).toBe(415);
  });
});

describe('regions', () => {
  const capital = async (day: string) =>
    (await server.get(null, `/v1/regions?on=${day}`)).body.items.find(({ code }) => code === '71')?.en;

  it('have the names of their day', async () => {
    expect(await capital('2018-05-01')).toBe('Astana');
    expect(await capital('2021-05-01')).toBe('Nur-Sultan');
    expect(await capital('2026-05-01')).toBe('Astana');
    expect((await server.get(null, '/v1/regions?on=2021-05-01')).body.items).toHaveLength(17);
  });

  it('are renamed by operators: a seed is edited like anything else', async () => {
    const { headers } = await server.get(cast.headA, '/v1/regions/62');
    expect(headers.etag).toBe('"0"');
    expect((await server.patch(cast.operator, '/v1/regions/62', { en: 'Ulytau' }, tag(0))).status).toBe(200);
    expect((await server.patch(cast.operator, '/v1/regions/62', { en: 'Late' }, tag(0))).status).toBe(412);
    const { body } = await server.get(null, '/v1/regions');
    expect(body.items).toHaveLength(20);
    expect(body.items).toContainEqual(expect.objectContaining({ code: '62', en: 'Ulytau' }));
  });
});

describe('the calendar of working days', () => {
  const lastDay = async () => addWorkingDays(await workingCalendar(story.ctx, '2026-10-22'), '2026-10-22', 2);

  it('warns in its answer while nobody has confirmed the year', async () => {
    const { body } = await server.get(cast.headA, '/v1/calendar-days?year=2026', { 'accept-language': 'en' });
    expect(body).toMatchObject({ year: 2026, confirmed: null, warning: expect.stringContaining('2026') });
    expect(idsOf(body.items)).toContain('2026-03-25');
    expect(idsOf(body.items)).not.toContain('2026-03-16');
  });

  it('is edited by operators, and terms follow', async () => {
    expect(await lastDay()).toBe('2026-10-27');
    const moved = { id: '2026-10-24', kind: 'working', kk: 'Ауыстырылған', ru: 'Перенос', en: 'Moved' };
    expect((await server.post(cast.operator, '/v1/calendar-days', moved)).status).toBe(201);
    expect(await lastDay()).toBe('2026-10-24');
    const holiday = '/v1/calendar-days/2026-10-26';
    expect((await server.patch(cast.operator, holiday, { kind: 'working' }, tag(0))).status).toBe(200);
    expect((await workingCalendar(story.ctx, '2026-10-22')).kindOf('2026-10-26')).toBe('working');
  });

  it('tells the operators once and the log at each look, until somebody confirms it', async () => {
    const warned: (readonly number[])[] = [];
    const { jobs } = calendarWatch((years) => void warned.push(years));
    const look = jobs['reference.unconfirmed-years'];
    await look?.run(story.ctx);
    await look?.run(story.ctx);
    expect(warned).toEqual([[2026], [2026]]);
    const kept = await calendarYears.on(story.ctx.db).findById('2026').lean();
    const events = kept?.outbox.filter(({ kind }) => kind === 'event') ?? [];
    expect(events).toMatchObject([{ type: 'reference.year-unconfirmed', data: { year: 2026 } }]);
    const [event] = events;
    if (event?.kind !== 'event') throw new Error('no event');
    const notices = await whatFollows(story.ctx, event);
    expect(notices.every((each) => 'desk' in each && each.desk === 'staff')).toBe(true);
  });

  it('is confirmed by an operator, with the document that says so', async () => {
    const url = '/v1/calendar-years/2026/confirm';
    expect((await server.post(cast.headA, url, { source: 'hearsay' })).status).toBe(403);
    const { status, body } = await server.post(cast.operator, url, { source: 'Decree 1 of 2026' });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { confirmed: { source: 'Decree 1 of 2026' }, warning: null },
    });
    expect(await yearsToConfirm(story.ctx)).toEqual([]);
    expect((await workingCalendar(story.ctx, '2026-01-01')).isConfirmed(2026)).toBe(true);
  });
});
