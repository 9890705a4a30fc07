// How journal, messages and supervision let go of a person: their words and files go, and what others wrote about them;
// days, minutes and decisions stay under the meaningless id, for what was counted rests on them.

import type { TSchema } from 'typebox';
import { systemActor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { StoreContext } from '../../../store/context.ts';
import type { Collection } from '../../../store/model.ts';
import { participationsOf } from '../cases.ts';
import { excuses } from '../excuses/store.ts';
import { messages } from '../messages/store.ts';
import { blankCard } from '../supervision/cards.ts';
import { letters, logs, staffCards } from '../supervision/store.ts';
import { entries } from './store.ts';

export async function eraseJournal(ctx: StoreContext, person: string): Promise<void> {
  const own = (await participationsOf(ctx, person)).map(({ _id }) => _id);
  await emptied(
    ctx,
    entries,
    { person },
    { title: null, text: '', outcome: null, link: null, media: [] },
    (entry) => ({
      late: entry.late && { ...entry.late, note: '' },
      employer: entry.employer && { ...entry.employer, name: '', post: '', words: '' },
      decision: entry.decision && { ...entry.decision, words: null },
      dispute: null,
    }),
  );
  await emptied(ctx, excuses, { person }, { note: '', media: [] }, ({ decision }) => ({
    decision: decision && { ...decision, words: null },
  }));
  for (const filter of [{ person }, { from: person }])
    await emptied(ctx, messages, filter, { text: '', media: [] });
  await emptied(ctx, logs, { author: person }, { text: '', media: [] });
  for (const subject of [person, ...own]) {
    await emptied(ctx, logs, { subject }, { text: '', media: [] });
    await emptied(ctx, letters, { subject }, { text: '', recommendation: null, media: [] });
  }
  await emptied(ctx, letters, { from: person }, { media: [] });
  const { expert: _expert, ...page } = blankCard;
  await emptied(ctx, staffCards, { _id: person }, page);
}

/** Each document once: what broke off is done by the next try. */
async function emptied<S extends TSchema>(
  ctx: StoreContext,
  owner: Collection<S>,
  filter: object,
  blank: object,
  more: (document: ReturnType<Collection<S>['check']>) => object = () => ({}),
): Promise<void> {
  const found = await owner
    .on(ctx.db)
    .find(filter as never, { _id: 1 } as never)
    .lean();
  for (const { _id } of found as unknown as readonly { readonly _id: string }[]) {
    const command = { id: `erase/${owner.name}/${_id}`, actor: systemActor };
    await change(ctx, owner, _id, command, (document) =>
      ok({ action: 'words erased', set: { ...blank, ...more(document) } as never, result: null }),
    );
  }
}
