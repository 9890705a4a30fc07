// Requests to be excused as review items: the participant's mentor decides, or whoever stands in for them.
import { naming } from '../../../kernel/about.ts';
import { type Text, text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import { type Reading, type ReviewKind, reversible } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { reviewDue } from '../journal/waiting.ts';
import { mondayOf, sundayOf } from '../progress/weeks.ts';
import { centreScope } from '../store.ts';
import { substitutesFor } from '../supervision/acting.ts';
import { excuseOf } from './cases.ts';
import { undoExcuse } from './decide-excuse.ts';
import { type Excuse, excuses } from './store.ts';

export const excuseReview: ReviewKind<EngineContext> = {
  id: 'badge-excuse',
  title: 'badge-mentor:queue.excuse',
  roles: ['mentor'],
  decisions: {
    'badge.excuse-grant': reversible('excused'),
    'badge.excuse-refuse': reversible('refused'),
  },
  undo: undoExcuse,
  read: readExcuse,
  card: excuseCard,
  substitutes: async (ctx, id) =>
    substitutesFor(ctx, await participationOf(ctx, (await excuseOf(ctx, id)).participation)),
  remindAfter: reviewDue,
  async *subjects(ctx) {
    for await (const { _id } of excuses.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
  },
};

async function readExcuse(ctx: EngineContext, id: string): Promise<Reading> {
  const { state, decision, askedAt, person, participation: of, v } = await excuseOf(ctx, id);
  const participation = await participationOf(ctx, of);
  const isOpen = state === 'asked';
  return {
    state: isOpen ? (participation.state === 'active' ? 'open' : 'withdrawn') : 'decided',
    about: person,
    scope: centreScope(participation.centre),
    assigned: participation.mentor,
    since: askedAt,
    due: reviewDue(ctx, askedAt),
    version: String(v),
    order: v,
    decision: decision && { how: state, by: decision.by, at: decision.at },
  };
}

async function excuseCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const excuse = await excuseOf(ctx, id);
  const participation = await participationOf(ctx, excuse.participation);
  const isOpen = excuse.state === 'asked' && participation.state === 'active';
  const button = (label: string, go: string) => ({
    label: text(`badge-mentor:button.${label}`),
    action: { go, argument: id },
  });
  return {
    version: String(excuse.v),
    body: [await headOf(ctx, excuse), ...excuse.weeks.map(weekLine)],
    ahead: isOpen ? [text('badge-mentor:card.excuse-ahead', { count: excuse.weeks.length })] : [],
    evidence: excuse.note ? [text('badge-journal:entry.text', { words: excuse.note })] : [],
    media: excuse.media,
    decisions: isOpen
      ? [button('excuse', 'badge.excuse-grant'), button('not-excuse', 'badge.excuse-refuse')]
      : [],
    result: isOpen ? null : await resultOf(ctx, excuse),
  };
}

async function headOf(ctx: EngineContext, { person, reason }: Excuse): Promise<Text> {
  return naming(text('badge-mentor:card.excuse', { name: await nameOf(ctx, person), reason }), person);
}

export const weekLine = (week: string): Text =>
  text('badge-journal:week', { from: mondayOf(week), to: sundayOf(week) });

async function resultOf(ctx: EngineContext, { state, decision }: Excuse): Promise<Text> {
  if (!decision) return text('badge-mentor:result.over');
  const by = (await nameOf(ctx, decision.by)) || '—';
  const params = { by, at: decision.at.toISOString(), words: decision.words ?? '' };
  return naming(text(`badge-mentor:result.excuse-${state}`, params), decision.by);
}
