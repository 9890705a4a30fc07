// Layouts as PDF: every letter that our languages need can be read and copied, pages are numbered, tables go on with their
// titles, and the same layout gives the same bytes.
import { expect, it } from 'vitest';
import type { Block, Layout } from '../../../engine/documents/layout.ts';
import { renderPdf } from '../../../engine/documents/pdf/render.ts';
import { pagesOf } from '../../support/pdf-text.ts';

const at = new Date('2026-11-30T05:00:00Z');
const plain = (words: unknown): string => String(words);
const drawn = (blocks: readonly Block[], more: Partial<Layout> = {}) =>
  renderPdf({ title: 'Сынақ', page: { size: 'A4', orientation: 'portrait' }, blocks, ...more }, plain, at);

it('holds every Kazakh letter, ₸ and our quotes as letters that can be copied', async () => {
  const text = 'АәҒғҚқҢңӨөҰұҮүҺһІіЁё ₸ № «Ёлка» — “yes”';
  const [page = ''] = pagesOf(await drawn([{ kind: 'paragraph', text }]));
  expect(page.replaceAll('\n', '')).toBe(text);
});

it('gives the same bytes for the same layout', async () => {
  const blocks: readonly Block[] = [
    { kind: 'title', text: 'Есеп' },
    { kind: 'qr', content: 'https://qadam.example/verify/1', beside: ['Тексеру'] },
  ];
  expect((await drawn(blocks)).equals(await drawn(blocks))).toBe(true);
});

it('numbers every page, and repeats header, footer and the titles of a table', async () => {
  const rows = Array.from({ length: 70 }, (_, nth) => [`жол ${nth + 1}`, '10']);
  const table: Block = {
    kind: 'table',
    columns: [{ title: 'Индикатор', share: 3 }, { title: 'Жоспар' }],
    rows,
  };
  const pages = pagesOf(await drawn([table], { header: 'Үстіңгі', footer: 'Астыңғы', numbered: true }));
  expect(pages.length).toBeGreaterThan(1);
  for (const [nth, page] of pages.entries()) {
    const lines = page.split('\n');
    for (const each of ['Индикатор', 'Жоспар', 'Үстіңгі', 'Астыңғы', `${nth + 1} / ${pages.length}`])
      expect(
        lines.filter((line) => line.trim() === each),
        each,
      ).toHaveLength(1);
  }
  const all = pages.join('\n').split('\n');
  for (const [first] of rows) expect(all.filter((line) => line === first)).toHaveLength(1);
});

it('draws label and value, signature places and a page break', async () => {
  const pages = pagesOf(
    await drawn([
      { kind: 'rows', rows: [{ label: 'Сома', value: '20 000 ₸' }] },
      { kind: 'new-page' },
      { kind: 'signatures', places: [{ role: 'Төраға', name: 'Үлгі Мысал' }], seal: 'М.О.' },
    ]),
  );
  expect(pages.map((page) => page.trim().split('\n'))).toEqual([
    ['Сома', '20 000 ₸'],
    ['Төраға', 'Үлгі Мысал', 'М.О.'],
  ]);
});
