// The card of an organisation that asks for accreditation: who it is, and what may be decided about it.
// Called by the organisations' notices and by the staff desk; it decides nothing.
import { naming } from '../kernel/about.ts';
import { type Button, type Text, text } from '../kernel/message.ts';
import type { TextParams } from '../kernel/result.ts';
import { people } from '../people/store.ts';
import type { CardParts } from '../reviews/card-parts.ts';
import type { StoreContext } from '../store/context.ts';
import { organisationOf } from './accreditation.ts';
import type { Organisation } from './store.ts';

const decisionButton = (label: string, go: string, argument: string): Button => ({
  label: text(`organisations:button.${label}`),
  action: { go, argument },
});

/** @throws AppError `not-found` */
export async function accreditationCard(ctx: StoreContext, bin: string): Promise<CardParts> {
  const organisation = await organisationOf(ctx, bin);
  const isOpen = organisation.accreditation === 'applied';
  return {
    version: String(organisation.v),
    body: [
      naming(text('organisations:card.accreditation', await bodyOf(ctx, organisation)), organisation.headId),
      ...signatureOf(organisation),
    ],
    ahead: isOpen ? [text('organisations:card.accreditation-ahead')] : [],
    evidence: [],
    media: (organisation.documents ?? []).map((each) => each.media),
    decisions: isOpen
      ? [decisionButton('accredit', 'org.accredit', bin), decisionButton('refuse', 'org.refuse', bin)]
      : [],
    result: isOpen ? null : await resultOf(ctx, organisation),
  };
}

const signatureOf = ({ headSignature }: Organisation): readonly Text[] =>
  headSignature ? [text('organisations:card.head-confirmed', { at: headSignature.at.toISOString() })] : [];

/** `activities` is how many directions there are; `d1` … `d5` name them. */
export const activityParams = (activities: readonly string[]): TextParams => ({
  activities: activities.length,
  ...Object.fromEntries(activities.map((each, index) => [`d${index + 1}`, each])),
});

async function bodyOf(ctx: StoreContext, organisation: Organisation): Promise<TextParams> {
  const { _id: bin, name, kind, region, address, contact, activities, headId, createdAt } = organisation;
  return {
    ...{ bin, name, kind, region, address, contact },
    ...activityParams(activities),
    head: await nameOf(ctx, headId),
    at: createdAt.toISOString(),
  };
}

async function resultOf(ctx: StoreContext, organisation: Organisation): Promise<Text> {
  const { accreditation, decidedBy, decidedAt, reason } = organisation;
  const at = (decidedAt ?? ctx.clock.now()).toISOString();
  const by = await nameOf(ctx, decidedBy);
  const result = text(`organisations:result.accreditation.${accreditation}`, {
    by,
    at,
    reason: reason ?? '',
  });
  return naming(result, decidedBy);
}

async function nameOf(ctx: StoreContext, personId: string | null): Promise<string> {
  const person = personId && (await people.on(ctx.db).findById(personId, { name: 1 }).lean());
  return person ? person.name : '—';
}
