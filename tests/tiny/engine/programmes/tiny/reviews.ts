// What the tiny programme puts before somebody: a leader says that a walk is over, and may take that back for a while.

import { AppError } from '../../../../../engine/kernel/errors.ts';
import { text } from '../../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../../engine/people/reach.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import { cardsOf } from '../../../../../engine/reviews/cards.ts';
import { type Reading, type ReviewKind, reversible } from '../../../../../engine/reviews/kind.ts';
import { readsAll } from '../../../../../engine/store/indexes.ts';
import { type Walk, walks } from './store.ts';
import { reopenWalk } from './use-cases/end-walk.ts';

async function walkOf(ctx: EngineContext, id: string): Promise<Walk> {
  const found = await walks.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `walk ${id} does not exist`);
  return found;
}

async function read(ctx: EngineContext, id: string): Promise<Reading> {
  const { state, since, ended, v } = await walkOf(ctx, id);
  const withoutLeader = state === 'over' && !ended;
  return {
    state: state === 'joined' ? 'open' : withoutLeader ? 'withdrawn' : 'decided',
    ...{ about: id, scope: 'all', since, due: null, version: String(v), order: v },
    decision: ended ? { how: 'ended', ...ended } : null,
  };
}

export const walkReview: ReviewKind<EngineContext> = {
  id: 'walk',
  title: 'tiny:review.title',
  roles: ['walk-leader'],
  decisions: { 'tiny.end': reversible('ended') },
  undo: reopenWalk,
  remindAfter: { days: 3 },
  dueAfter: { days: 7 },
  escalateTo: { roles: ['operator'], decide: false },
  read,
  card: async (ctx, id) => {
    const { state, wish, v } = await walkOf(ctx, id);
    const end = { label: text('tiny:button.end'), action: { go: 'tiny.end', argument: id } };
    return {
      body: [{ ...text('tiny:review.card', { name: await nameOf(ctx, id) }), about: [id] }],
      ...{ ahead: [], evidence: [text('tiny:my-data', { wish })], media: [], version: String(v) },
      decisions: state === 'joined' ? [end] : [],
      result: state === 'joined' ? null : text('tiny:state.over'),
    };
  },
  subjects: async function* (ctx) {
    for await (const { _id } of walks.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
  },
};

export const walkCards = cardsOf(walkReview, ({ person }: { readonly person: string }) => person);
