// What an entry brings: its words, its book, its results, and what the employer said. The employer's words reach the
// participant after the mentor's approval only.
import { type Text, text } from '../../../kernel/message.ts';
import { entryOf as referenceEntry } from '../../../reference/entries.ts';
import type { EngineContext } from '../../context.ts';
import { readingList } from '../reference/books.ts';
import { standards } from '../reference/standards.ts';
import type { Entry } from './store.ts';

export async function entryEvidence(
  ctx: EngineContext,
  entry: Entry,
  reader: 'staff' | 'participant',
): Promise<readonly Text[]> {
  const { title, text: words, outcome, link, days, region } = entry;
  const said = (name: string, params: Text['params']) => text(`badge-journal:entry.${name}`, params);
  return [
    ...(title ? [said(`title.${entry.kind}`, { title })] : []),
    ...(region ? [said('region', { region })] : []),
    ...(await bookLines(ctx, entry)),
    ...(await resultLines(ctx, entry)),
    ...(days.length > 0 ? [said('days', daysParams(days))] : []),
    ...(words ? [said('text', { words })] : []),
    ...(outcome ? [said('outcome', { words: outcome })] : []),
    ...(link ? [said('link', { link })] : []),
    ...employerLines(entry, reader),
  ];
}

const daysParams = (days: readonly string[]) => ({
  count: days.length,
  from: days[0] ?? '',
  to: days.at(-1) ?? '',
});

async function bookLines(ctx: EngineContext, { book }: Entry): Promise<readonly Text[]> {
  if (!book) return [];
  const { entry } = await referenceEntry(ctx, readingList, book.id);
  const { kk, ru, en, authorKk, authorRu, authorEn } = entry;
  const params = { titleKk: kk, titleRu: ru, titleEn: en, authorKk, authorRu, authorEn };
  return [text('badge-journal:entry.book', { ...params, section: book.section })];
}

async function resultLines(ctx: EngineContext, { results }: Entry): Promise<readonly Text[]> {
  return Promise.all(
    results.map(async ({ standard, value }) => {
      const { entry } = await referenceEntry(ctx, standards, standard);
      const { kk, ru, en, unit, bound, value: need } = entry;
      return text(`badge-journal:entry.result-${bound}`, {
        nameKk: kk,
        nameRu: ru,
        nameEn: en,
        unit,
        value,
        need,
      });
    }),
  );
}

function employerLines({ employer, state }: Entry, reader: 'staff' | 'participant'): readonly Text[] {
  if (!employer || (reader === 'participant' && state !== 'approved')) return [];
  const { confirmed, name, post, words } = employer;
  const key = confirmed ? 'confirmed' : 'rejected';
  return [text(`badge-journal:entry.employer-${key}`, { name, post, words: words || '—' })];
}
