// What organisations put before somebody for a decision: their accreditation. Nobody decides on one that they work for.
import { type Reading, type ReviewKind, reversible } from '../reviews/kind.ts';
import type { StoreContext } from '../store/context.ts';
import { readsAll } from '../store/indexes.ts';
import { accreditationScope, organisationOf, organisationScope } from './accreditation.ts';
import { accreditationCard } from './accreditation-card.ts';
import { organisations } from './store.ts';
import { undoAccreditation } from './undo-accreditation.ts';

async function read(ctx: StoreContext, bin: string): Promise<Reading> {
  const organisation = await organisationOf(ctx, bin);
  const { accreditation, headId, createdAt, decidedBy, decidedAt, v } = organisation;
  const isOpen = accreditation === 'applied';
  const wasDecided = !isOpen && decidedBy !== null && decidedAt !== null;
  return {
    state: isOpen ? 'open' : 'decided',
    about: headId,
    scope: accreditationScope(organisation),
    interested: [organisationScope(bin)],
    ...{ since: createdAt, due: null, version: String(v), order: v },
    decision: wasDecided ? { how: accreditation, by: decidedBy, at: decidedAt } : null,
  };
}

async function* subjects(ctx: StoreContext): AsyncIterable<string> {
  for await (const { _id } of organisations.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
}

export const accreditationReview: ReviewKind = {
  id: 'accreditation',
  title: 'reviews:accreditation',
  roles: ['accreditor'],
  decisions: { 'org.accredit': reversible('accredited'), 'org.refuse': reversible('refused') },
  undo: undoAccreditation,
  read,
  card: accreditationCard,
  subjects,
};
