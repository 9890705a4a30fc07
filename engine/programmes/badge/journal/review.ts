// Journal entries as review items: the participant's mentor decides, or whoever stands in for them.
import { type Reading, type ReviewKind, reversible } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { centreScope } from '../store.ts';
import { substitutesFor } from '../supervision/acting.ts';
import { entriesOfWeek, groupOf } from './bulk.ts';
import { entryCard } from './card.ts';
import { entryOf } from './cases.ts';
import { undoEntry } from './decide-entry.ts';
import type { EntryState } from './states.ts';
import { entries } from './store.ts';
import { entryVersion } from './version.ts';
import { reviewDue } from './waiting.ts';

export const entryReview: ReviewKind<EngineContext> = {
  id: 'badge-entry',
  title: 'badge-mentor:queue.entry',
  roles: ['mentor'],
  decisions: {
    'badge.entry-approve': reversible('approved'),
    'badge.entry-return': reversible('returned'),
    'badge.entry-task': reversible('tasked'),
  },
  undo: undoEntry,
  bulk: entriesOfWeek,
  read: readEntry,
  card: entryCard,
  substitutes: async (ctx, id) =>
    substitutesFor(ctx, await participationOf(ctx, (await entryOf(ctx, id)).participation)),
  remindAfter: reviewDue,
  async *subjects(ctx) {
    for await (const { _id } of entries.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
  },
};

const standing: Readonly<Record<EntryState, Reading['state']>> = {
  'with-employer': 'withdrawn',
  sent: 'open',
  approved: 'decided',
  returned: 'decided',
  tasked: 'decided',
};

async function readEntry(ctx: EngineContext, id: string): Promise<Reading> {
  const entry = await entryOf(ctx, id);
  const participation = await participationOf(ctx, entry.participation);
  const state = standing[entry.state];
  return {
    state: state === 'open' && participation.state !== 'active' ? 'withdrawn' : state,
    about: entry.person,
    scope: centreScope(participation.centre),
    assigned: participation.mentor,
    group: groupOf(entry),
    since: entry.sentAt,
    due: reviewDue(ctx, entry.sentAt),
    version: entryVersion(entry),
    order: entry.v,
    decision: entry.decision && { how: entry.decision.how, by: entry.decision.by, at: entry.decision.at },
  };
}
