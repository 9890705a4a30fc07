// The card of an organisation that asks for accreditation: who it is, and what may be decided about it.
// Called by the organisations' notices and by the staff desk; it decides nothing.
import { naming } from '../kernel/about.ts';
import { type Button, type Message, type Text, text } from '../kernel/message.ts';
import type { TextParams } from '../kernel/result.ts';
import { people } from '../people/store.ts';
import type { StoreContext } from '../store/context.ts';
import { organisationOf } from './accreditation.ts';
import type { Organisation } from './store.ts';

/** A matter as its card shows it, before and after the decision. */
export interface CardParts {
  /** Who and what: the same before and after the decision. */
  readonly body: readonly Text[];
  /** What approval would lead to; shown while it is open. */
  readonly ahead: readonly Text[];
  /** What the person wrote: last, because it may be long. */
  readonly evidence: readonly Text[];
  readonly media: readonly string[];
  /** What may still be decided; empty when nothing may. */
  readonly decisions: readonly Button[];
  /** What was decided, by whom and when; null while it is open. */
  readonly result: Text | null;
}

/** How a card is called in `Notice.card` and `Settlement.settles`. */
export const subjectOf = (kind: string, id: string): string => `${kind}/${id}`;

export const decisionButton = (label: string, go: string, argument: string): Button => ({
  label: text(`credit-staff:button.${label}`),
  action: { go, argument },
});

/** @throws AppError `not-found` */
export async function accreditationCard(ctx: StoreContext, bin: string): Promise<CardParts> {
  const organisation = await organisationOf(ctx, bin);
  const isOpen = organisation.accreditation === 'applied';
  return {
    body: [
      naming(text('credit-staff:card.accreditation', await bodyOf(ctx, organisation)), organisation.headId),
      ...signatureOf(organisation),
    ],
    ahead: isOpen ? [text('credit-staff:card.accreditation-ahead')] : [],
    evidence: [],
    media: (organisation.documents ?? []).map((each) => each.media),
    decisions: isOpen
      ? [decisionButton('accredit', 'org.accredit', bin), decisionButton('refuse', 'org.refuse', bin)]
      : [],
    result: isOpen ? null : await resultOf(ctx, organisation),
  };
}

const signatureOf = ({ headSignature }: Organisation): readonly Text[] =>
  headSignature ? [text('credit-staff:card.head-confirmed', { at: headSignature.at.toISOString() })] : [];

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
  const result = text(`credit-staff:result.accreditation.${accreditation}`, { by, at, reason: reason ?? '' });
  return naming(result, decidedBy);
}

async function nameOf(ctx: StoreContext, personId: string | null): Promise<string> {
  const person = personId && (await people.on(ctx.db).findById(personId, { name: 1 }).lean());
  return person ? person.name : '—';
}

/** The card while it waits: with its decisions and a button to put it off. Decided already, it is the settled one. */
export const openMessage = (kind: string, id: string, parts: CardParts): Message =>
  parts.decisions.length > 0 ? waiting(kind, id, parts) : settled(parts);

/** The card after the decision: no decision is offered any more. One that is open after all stays open. */
export const settledMessage = (kind: string, id: string, parts: CardParts): Message =>
  parts.result ? settled(parts) : waiting(kind, id, parts);

function waiting(kind: string, id: string, parts: CardParts): Message {
  const { result, body, ahead, evidence, media, decisions } = parts;
  const later = decisionButton('later', 'staff.later', `${kind}.${id}`);
  return {
    texts: [...(result ? [result] : []), ...body, ...ahead, ...evidence],
    buttons: [[...decisions], [later]],
    media,
  };
}

const settled = ({ result, body, evidence, media }: CardParts): Message => ({
  texts: [...(result ? [result] : []), ...body, ...evidence],
  buttons: [[decisionButton('next', 'staff.next', '')]],
  media,
});
