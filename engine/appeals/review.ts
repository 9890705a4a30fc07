// An appeal before whoever hears it: a review item like any other, in the shared queue. One kind for each kind of decision.
import { naming } from '../kernel/about.ts';
import { type Button, type Text, text } from '../kernel/message.ts';
import { nameOf } from '../people/reach.ts';
import type { CardParts } from '../reviews/card-parts.ts';
import { final, type Reading, type ReviewKind } from '../reviews/kind.ts';
import { readingOf } from '../reviews/refresh.ts';
import type { StoreContext } from '../store/context.ts';
import { type Appealable, appealKindId } from './appealable.ts';
import { stands } from './open.ts';
import { type Appeal, appealOf, appeals } from './store.ts';

export const decisionIds = (kind: string) => ({
  uphold: `${appealKindId(kind)}.uphold`,
  anew: `${appealKindId(kind)}.anew`,
});

/** Its card shows nothing that changes while it is open. */
export const appealVersion = ({ state }: Pick<Appeal, 'state'>): string => state;

export function appealReview<C extends StoreContext>(declared: Appealable<C>): ReviewKind<C> {
  const { uphold, anew } = decisionIds(declared.kind.id);
  return {
    id: appealKindId(declared.kind.id),
    title: 'appeals:title',
    roles: declared.roles,
    decisions: { [uphold]: final, [anew]: final },
    read: (ctx, id) => read(ctx, declared, id),
    card: (ctx, id) => card(ctx, declared, id),
    subjects: (ctx) => idsOf(ctx, declared.kind.id),
  };
}

/** Whoever took the decision has an interest in it. */
async function read<C extends StoreContext>(ctx: C, declared: Appealable<C>, id: string): Promise<Reading> {
  const appeal = await appealOf(ctx, id);
  const { person, against, openedAt, state, decidedBy, decidedAt, v } = appeal;
  return {
    state: await stateOf(ctx, declared, appeal),
    ...{ about: person, scope: await declared.scope(ctx, appeal.subject) },
    interested: [`person:${against.by}`],
    ...{ since: openedAt, due: null, version: appealVersion(appeal), order: v },
    decision: decidedBy === null || decidedAt === null ? null : { how: state, by: decidedBy, at: decidedAt },
  };
}

async function stateOf<C extends StoreContext>(
  ctx: C,
  declared: Appealable<C>,
  appeal: Appeal,
): Promise<Reading['state']> {
  if (appeal.state === 'withdrawn') return 'withdrawn';
  if (appeal.state !== 'open') return 'decided';
  return (await stands(ctx, declared, appeal)) ? 'open' : 'withdrawn';
}

/** The decision as its own card shows it, and what the person says of it. */
async function card<C extends StoreContext>(ctx: C, declared: Appealable<C>, id: string): Promise<CardParts> {
  const appeal = await appealOf(ctx, id);
  const { kind, subject, person, words } = appeal;
  const name = (await nameOf(ctx, person)) || '—';
  const isGone = (await readingOf(ctx, declared.kind, subject)) === null;
  const about = isGone ? null : await declared.kind.card(ctx, subject);
  const isOpen = (await stateOf(ctx, declared, appeal)) === 'open';
  const { uphold, anew } = decisionIds(kind);
  return {
    version: appealVersion(appeal),
    body: [
      naming(text('appeals:card.appeal', { name, at: appeal.openedAt.toISOString() }), person),
      ...(about?.result && isOpen ? [about.result] : []),
      ...(about?.body ?? []),
    ],
    ahead: [],
    evidence: [...(about?.evidence ?? []), text('appeals:card.words', { words })],
    media: about?.media ?? [],
    decisions: isOpen ? [go('appeals:button.uphold', uphold, id), go('appeals:button.anew', anew, id)] : [],
    result: isOpen ? null : await resultOf(ctx, appeal),
  };
}

const go = (label: string, dialogue: string, argument: string): Button => ({
  label: text(label),
  action: { go: dialogue, argument },
});

async function resultOf(ctx: StoreContext, { state, decidedBy, decidedAt, reason }: Appeal): Promise<Text> {
  if (decidedBy === null || decidedAt === null) return text('appeals:result.gone');
  const by = (await nameOf(ctx, decidedBy)) || '—';
  const params = { by, at: decidedAt.toISOString(), reason: reason ?? '' };
  const key = state === 'upheld' ? 'appeals:result.upheld' : 'appeals:result.overturned';
  return naming(text(key, params), decidedBy);
}

async function* idsOf(ctx: StoreContext, kind: string): AsyncIterable<string> {
  for await (const { _id } of appeals.on(ctx.db).find({ kind }, { _id: 1 }).lean().cursor()) yield _id;
}
