// Exports over the API: the rows of the list, by the same right and filters, in the reader's language.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gather } from '../../../api/exports/gather.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { people } from '../../../engine/people/store.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast, members } from '../access/cast.ts';
import { openServer, type Server } from '../resources/server.ts';
import { IBAN, IIN, PHONE, type Story, tellStory } from '../resources/story.ts';
import { readXlsx } from './read-xlsx.ts';

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

async function download(actor: Actor, path: string, language = 'ru') {
  const authorization = await server.authorisationOf(actor);
  const answer = await server.app.inject({
    url: `/v1${path}`,
    headers: { authorization, 'accept-language': language },
  });
  return { status: answer.statusCode, headers: answer.headers, content: answer.rawPayload };
}

const rowsOf = (content: Buffer): string[][] => parse(content, { bom: true, delimiter: ';' });

test('payouts as CSV: titles and states in the language asked for, the amount a number', async () => {
  const { status, headers, content } = await download(
    cast.financialCentre,
    '/credit/payouts/export?format=csv',
  );
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe('attachment; filename="payouts.csv"');
  expect(headers['cache-control']).toBe('no-store');
  const [titles, row] = rowsOf(content);
  expect(titles?.slice(0, 4)).toEqual(['Номер кредита', 'Студент', 'Организация (БИН)', 'Часы']);
  expect(row?.slice(1, 7)).toEqual([
    'Әлия Үлгіова',
    '200140000014',
    '20',
    '20000',
    'ждёт выплаты',
    '2026-09-14',
  ]);
});

test('payouts as XLSX hold the same', async () => {
  const { content, headers } = await download(cast.operator, '/credit/payouts/export?format=xlsx', 'kk');
  expect(headers['content-disposition']).toBe('attachment; filename="payouts.xlsx"');
  const [titles, row] = readXlsx(content);
  expect(titles?.B?.value).toBe('Студент');
  expect(row?.B).toEqual({ kind: 'text', value: 'Әлия Үлгіова' });
  expect(row?.C).toEqual({ kind: 'text', value: '200140000014' });
  expect(row?.E).toEqual({ kind: 'number', value: '20000' });
});

test.each(members)('participants for %s are those of their list, and nothing private', async (member) => {
  const list = await server.get(cast[member], '/v1/credit/participants?limit=200');
  const { status, content } = await download(cast[member], '/credit/participants/export?format=csv');
  expect(status).toBe(list.status);
  if (status !== 200) return;
  const [, ...rows] = rowsOf(content);
  expect(rows.map(([id]) => id)).toEqual(list.body.items.map((each) => each.id));
  for (const secret of [IIN, IBAN, PHONE]) expect(String(content)).not.toContain(secret);
});

test('filters narrow an export as they narrow the list; unknown formats and keys are refused', async () => {
  const some = await download(cast.operator, '/credit/participants/export?format=csv&university=beta');
  expect(
    rowsOf(some.content)
      .slice(1)
      .map(([, name]) => name),
  ).toEqual(['Боран Сынақов']);
  for (const query of ['', '?format=pdf', '?format=csv&limit=3', '?format=csv&unknown=1'])
    expect((await download(cast.operator, `/credit/participants/export${query}`)).status).toBe(400);
});

test('a name that would be a formula is none in the file', async () => {
  await people.on(story.ctx.db).updateOne({ _id: story.studentB }, { $set: { name: '=HYPERLINK("x")' } });
  const csv = await download(cast.operator, '/credit/participants/export?format=csv');
  expect(rowsOf(csv.content).map(([, name]) => name)).toContain('\'=HYPERLINK("x")');
  const xlsx = readXlsx((await download(cast.operator, '/credit/participants/export?format=xlsx')).content);
  expect(xlsx.map((row) => row.B)).toContainEqual({ kind: 'text', value: '=HYPERLINK("x")' });
});

test('a register is read to its end, and no further than a file may be long', async () => {
  const pageOf = async ({ after }: { readonly after: { readonly id: string } | null }) => {
    const at = Number(after?.id ?? 0);
    const next = at < 30 ? { key: '', id: String(at + 10) } : null;
    return { items: Array.from({ length: 10 }, (_, index) => at + index), next };
  };
  expect(await gather(pageOf, 40)).toHaveLength(40);
  await expect(gather(pageOf, 39)).rejects.toMatchObject({ code: 'refused-by-rules' });
});
