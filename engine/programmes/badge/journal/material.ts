// Looks up what an entry's demands are held against: the files that are really the writer's, the book on the list, the
// standards of the level.
import { trusted } from 'mongoose';
import { media } from '../../../media/store.ts';
import { entriesOf } from '../../../reference/entries.ts';
import type { EngineContext } from '../../context.ts';
import { type Book, readingList } from '../reference/books.ts';
import { standardsFor } from '../reference/standards.ts';
import type { Participation } from '../store.ts';
import type { Material } from './demands.ts';

export async function materialOf(
  ctx: EngineContext,
  participation: Pick<Participation, 'person' | 'level' | 'profile' | 'startedOn'>,
  written: { readonly media: readonly string[]; readonly book: string | null; readonly date: string },
): Promise<Material> {
  const { person, level, profile, startedOn } = participation;
  const mine = { _id: trusted({ $in: [...written.media] }), owner: person };
  const files = await media
    .on(ctx.db)
    .find(mine as never, { kind: 1 })
    .lean();
  const set = await standardsFor(ctx, { level, profile, on: startedOn });
  const least = {
    text: ctx.rules.number('badge', 'entryTextLeastCharacters', startedOn),
    essay: ctx.rules.number('badge', 'essayLeastCharacters', startedOn),
  };
  const book = await listed(ctx, written.book, written.date);
  return { files, book, standards: set.map(({ id }) => id), least };
}

async function listed(ctx: EngineContext, id: string | null, on: string): Promise<Book | null> {
  if (id === null) return null;
  const found = await entriesOf(ctx, readingList, { on, prefix: id });
  return (found.map(({ entry }) => entry).find((each) => each.id === id) as Book | undefined) ?? null;
}
