// The edition of which the public reads: the newest that has been announced, which is known from January on.
import { localDate } from '../../../kernel/calendar.ts';
import type { EngineContext } from '../../context.ts';
import { allEditions } from '../editions/edition.ts';
import type { Edition } from '../store.ts';

export async function shownEdition(ctx: EngineContext): Promise<Edition | null> {
  const today = localDate(ctx.clock.now());
  return (await allEditions(ctx)).find(({ calendar }) => calendar.announced <= today) ?? null;
}
