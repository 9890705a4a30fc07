// Layouts as DOCX: what a word processor would read holds every word, in order, with the titles of tables repeated.
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renderDocx } from '../../../engine/documents/docx/render.ts';
import type { Block, Layout } from '../../../engine/documents/layout.ts';

const plain = (words: unknown): string => String(words);

async function partsOf(blocks: readonly Block[], more: Partial<Layout> = {}) {
  const layout: Layout = { title: 'Сынақ', page: { size: 'A4', orientation: 'landscape' }, blocks, ...more };
  const files = unzipSync(await renderDocx(layout, plain, 'kk'));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const wordsIn = (xml = ''): readonly string[] =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>([^<]*)/g)].map(([all]) => all.replace(/<[^>]*>/g, ''));

it('holds every block in order, with every Kazakh letter', async () => {
  const parts = await partsOf([
    { kind: 'title', text: 'ҚОРЫТЫНДЫ ЕСЕП' },
    { kind: 'paragraph', text: 'Әңғүұқөһі ₸ № «Ёлка»\nекінші жол' },
    { kind: 'rows', rows: [{ label: 'Сома', value: '20 000 ₸' }] },
    {
      kind: 'table',
      columns: [{ title: 'Индикатор', share: 3 }, { title: 'Жоспар' }],
      rows: [['Фото', '≥ 10']],
    },
    {
      kind: 'signatures',
      places: [{ role: 'Төраға', name: 'Үлгі Мысал' }, { role: 'Президент' }],
      seal: 'М.О.',
    },
    { kind: 'notes', notes: ['Бірінші', 'Екінші'] },
  ]);
  expect(wordsIn(parts['word/document.xml']).filter((each) => !/^_*$/.test(each))).toEqual([
    ...['ҚОРЫТЫНДЫ ЕСЕП', 'Әңғүұқөһі ₸ № «Ёлка»', 'екінші жол', 'Сома', '20 000 ₸'],
    ...['Индикатор', 'Жоспар', 'Фото', '≥ 10', 'Төраға', 'Үлгі Мысал', 'Президент', 'М.О.'],
    ...['1. Бірінші', '2. Екінші'],
  ]);
});

it('repeats titles, header, footer and numbers on every page, and turns the page', async () => {
  const table: Block = { kind: 'table', columns: [{ title: 'Аты' }], rows: [['a'], ['b']] };
  const parts = await partsOf([table, { kind: 'new-page' }], {
    header: 'Үстіңгі',
    footer: 'Астыңғы',
    numbered: true,
  });
  const text = parts['word/document.xml'] ?? '';
  expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(text.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  expect(text).toContain('w:orient="landscape"');
  expect(text).toContain('<w:br w:type="page"/>');
  expect(wordsIn(parts['word/header1.xml'])).toEqual(['Үстіңгі']);
  expect(wordsIn(parts['word/footer1.xml']).join('')).toContain('Астыңғы');
  expect(parts['word/footer1.xml']).toContain('NUMPAGES');
});

it('draws a QR code as a picture', async () => {
  const parts = await partsOf([
    { kind: 'qr', content: 'https://qadam.example/verify/1', beside: ['Тексеру'] },
  ]);
  expect(Object.keys(parts).filter((name) => name.endsWith('.png'))).toHaveLength(1);
});
