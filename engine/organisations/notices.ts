// What follows from the organisations' events: accreditors get the card of an application, heads hear what became of
// it; and a head whose registration broke off halfway gets the role after all.
import { holds, systemActor } from '../kernel/actor.ts';
import { type Button, text } from '../kernel/message.ts';
import type { Notice, Settlement } from '../notify/notice.ts';
import { actorOf, holdersOf } from '../people/reach.ts';
import { addGrant, takeGrant } from '../people/staff.ts';
import { people } from '../people/store.ts';
import { openCard, subjectOf } from '../reviews/card.ts';
import { settlementOf } from '../reviews/settlement.ts';
import type { StoreContext } from '../store/context.ts';
import type { EventOf, Happened } from '../store/event.ts';
import { accreditationScope, organisationOf, organisationScope } from './accreditation.ts';
import { accreditationReview } from './accreditation-review.ts';
import type { documentsGiven, registered } from './events.ts';

type NotifyOf<P> = (ctx: StoreContext, event: Happened<P>) => Promise<readonly (Notice | Settlement)[]>;
/** What the head of an accredited organisation may begin. */
export type Hosting<C> = (ctx: C) => readonly Button[];
type OfOrganisation = { readonly organisation: string };

const binOf = (event: Happened<OfOrganisation>): string => event.data.organisation;

/** An application goes to those who may decide on it; where there is nobody yet, the operators hear of it. */
export const notifyRegistered: NotifyOf<OfOrganisation> = async (ctx, event) => {
  const bin = binOf(event);
  const organisation = await organisationOf(ctx, bin);
  const holders = await holdersOf(ctx, 'accreditor', accreditationScope(organisation));
  const accreditors = holders.filter((each) => each !== organisation.headId);
  if (accreditors.length === 0) return noAccreditor(ctx, organisation);
  const card = {
    card: subjectOf('accreditation', bin),
    message: await openCard(ctx, accreditationReview, bin),
  };
  return accreditors.map((to) => ({ to, desk: 'staff', ...card, mayWait: true }));
};

async function noAccreditor(
  ctx: StoreContext,
  { name, kind, region }: { readonly name: string; readonly kind: string; readonly region: string },
): Promise<readonly Notice[]> {
  const message = { texts: [text(`organisations:notice.no-accreditor.${kind}`, { name, region })] };
  const operators = await holdersOf(ctx, 'operator', 'all');
  return operators.map((to) => ({ to, desk: 'staff', message }));
}

/** Every copy of the card is settled, and the head hears what it means and what to do next. */
export const notifyDecided =
  <C extends StoreContext>(
    state: 'accredited' | 'refused' | 'revoked' | 'undone',
    hosting: Hosting<C> = () => [],
  ) =>
  async (ctx: C, event: Happened<OfOrganisation>): Promise<readonly (Notice | Settlement)[]> => {
    const bin = binOf(event);
    const { name, headId, kind, reason } = await organisationOf(ctx, bin);
    const key = state === 'accredited' || state === 'undone' ? state : `${state}.${kind}`;
    const menu: Button = { label: text('common:button.menu'), action: { go: 'menu' } };
    const ways = hosting(ctx);
    const texts = [text(`organisations:notice.${key}`, { name, reason: reason ?? '' })];
    return [
      await settlementOf(ctx, accreditationReview, bin),
      {
        to: headId,
        desk: 'staff',
        message: { texts, buttons: ways.length > 0 ? ways.map((each) => [each]) : [[menu]] },
      },
    ];
  };

/** The head hears that the papers came; whoever decides gets them at hand. */
export const notifyDocuments: NotifyOf<EventOf<typeof documentsGiven>['data']> = async (ctx, event) => {
  const organisation = await organisationOf(ctx, binOf(event));
  const { name, headId, documents = [] } = organisation;
  const { count } = event.data;
  const media = documents.slice(-count).map((each) => each.media);
  const texts = (key: string) => [text(`organisations:notice.documents.${key}`, { name, count })];
  const holders = await holdersOf(ctx, 'accreditor', accreditationScope(organisation));
  const toRead = holders
    .filter((each) => each !== headId)
    .map((to): Notice => ({ to, desk: 'staff', message: { texts: texts('to-read'), media } }));
  return [{ to: headId, desk: 'staff', message: { texts: texts('received') } }, ...toRead];
};

/** The head signed the application: they hear that it counts, whoever decides that it was done. */
export const notifyHeadConfirmed: NotifyOf<OfOrganisation> = async (ctx, event) => {
  const organisation = await organisationOf(ctx, binOf(event));
  const { name, headId } = organisation;
  const texts = (key: string) => [text(`organisations:notice.head-confirmed.${key}`, { name })];
  const holders = await holdersOf(ctx, 'accreditor', accreditationScope(organisation));
  const others = holders.filter((each) => each !== headId);
  return [
    { to: headId, desk: 'staff', message: { texts: texts('received') } },
    ...others.map((to): Notice => ({ to, desk: 'staff', message: { texts: texts('to-know') } })),
  ];
};

/** The registration gives the role itself; only one that broke off between its two writes has left it to this. */
export const giveHeadRole = async (ctx: StoreContext, event: EventOf<typeof registered>): Promise<void> => {
  const { _id, headId } = await organisationOf(ctx, binOf(event));
  const command = { id: `event/${event.id}/head`, actor: systemActor };
  const grant = { role: 'head', scope: organisationScope(_id) } as const;
  const head = await people.on(ctx.db).findById(headId, { grants: 1 }).lean();
  if (head && !holds(actorOf(head), grant.role, grant.scope)) await addGrant(ctx, command, headId, grant);
  const { formerHead } = event.data;
  if (!formerHead || formerHead === headId) return;
  await takeGrant(ctx, { ...command, id: `event/${event.id}/former-head` }, formerHead, grant);
};
