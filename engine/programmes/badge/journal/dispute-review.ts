// Disputes as review items: the expert's, or the coordinator's of the region while there is none.

import { AppError } from '../../../kernel/errors.ts';
import { text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import { final, type Reading, type ReviewKind } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { entryHead } from './card.ts';
import { entryOf } from './cases.ts';
import { arbiterOf } from './dispute.ts';
import { entryEvidence } from './evidence.ts';
import type { Dispute } from './shapes.ts';
import { type Entry, entries } from './store.ts';
import { entryVersion } from './version.ts';
import { reviewDue } from './waiting.ts';

export const disputeReview: ReviewKind<EngineContext> = {
  id: 'badge-dispute',
  title: 'badge-mentor:queue.dispute',
  roles: ['expert', 'regional-coordinator'],
  decisions: { 'badge.dispute-uphold': final, 'badge.dispute-cancel': final },
  remindAfter: reviewDue,
  read: readDispute,
  card: disputeCard,
  async *subjects(ctx) {
    const disputed = entries.on(ctx.db).find(readsAll, { dispute: 1 }).lean().cursor();
    for await (const { _id, dispute } of disputed) if (dispute) yield _id;
  },
};

async function disputeOf(ctx: EngineContext, id: string): Promise<{ entry: Entry; dispute: Dispute }> {
  const entry = await entryOf(ctx, id);
  if (!entry.dispute) throw new AppError('not-found', `entry ${id} has no dispute`);
  return { entry, dispute: entry.dispute };
}

async function readDispute(ctx: EngineContext, id: string): Promise<Reading> {
  const { entry, dispute } = await disputeOf(ctx, id);
  const participation = await participationOf(ctx, entry.participation);
  const { state, at, decidedBy, decidedAt } = dispute;
  const expert = await arbiterOf(ctx, participation);
  return {
    state: state === 'open' ? 'open' : 'decided',
    about: entry.person,
    scope: `region:${participation.region}`,
    ...(expert !== null && { assigned: expert }),
    since: at,
    due: reviewDue(ctx, at),
    version: entryVersion(entry),
    order: entry.v,
    decision: decidedBy && decidedAt ? { how: state, by: decidedBy, at: decidedAt } : null,
  };
}

async function disputeCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const { entry, dispute } = await disputeOf(ctx, id);
  const participation = await participationOf(ctx, entry.participation);
  const { demand, words, state, finding } = dispute;
  const isOpen = state === 'open';
  const by = (await nameOf(ctx, demand.by)) || '—';
  const button = (label: string, go: string) => ({
    label: text(`badge-mentor:button.${label}`),
    action: { go, argument: id },
  });
  return {
    version: entryVersion(entry),
    body: [
      await entryHead(ctx, entry, participation),
      text('badge-mentor:card.demand', { by, words: demand.words ?? '—', at: demand.at.toISOString() }),
      text('badge-mentor:card.dispute-open', { words }),
    ],
    ahead: [],
    evidence: await entryEvidence(ctx, entry, 'staff'),
    media: entry.media,
    decisions: isOpen
      ? [button('uphold', 'badge.dispute-uphold'), button('cancel-demand', 'badge.dispute-cancel')]
      : [],
    result: isOpen ? null : text(`badge-mentor:result.dispute-${state}`, { words: finding ?? '' }),
  };
}
