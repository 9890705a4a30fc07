// The reading list that the operator approves and publishes, in three sections. A book's names are its titles.
import Type from 'typebox';
import type { LocalDate } from '../../../kernel/calendar.ts';
import { type Entry, referenceCollection } from '../../../reference/collection.ts';
import { entriesOf } from '../../../reference/entries.ts';
import type { StoreContext } from '../../../store/context.ts';
import { oneOf } from '../../../store/model.ts';
import seeds from './seeds/reading-list.json' with { type: 'json' };
import { type Section, sections } from './words.ts';

const author = Type.String({ minLength: 2, maxLength: 200 });
const extra = { section: oneOf(sections), authorKk: author, authorRu: author, authorEn: author };
export type Book = Entry<typeof extra>;

const shipped = seeds as unknown as readonly Omit<Book, 'from' | 'to'>[];

export const readingList = referenceCollection({
  name: 'reading-list',
  stored: 'badge_books',
  extra,
  seeds: (prefix) =>
    shipped
      .filter(({ id }) => id.startsWith(prefix))
      .map((book): Book => ({ ...book, from: null, to: null }) as Book),
});

/** What may be read on that day, by section and title. @param q part of a title, as `entriesOf` folds it */
export async function booksOn(
  ctx: Pick<StoreContext, 'db'>,
  on: LocalDate,
  { section, q }: { readonly section?: Section; readonly q?: string } = {},
): Promise<readonly Book[]> {
  const found = (await entriesOf(ctx, readingList, { on, q })).map(({ entry }) => entry);
  return found.filter((each) => section === undefined || each.section === section);
}
