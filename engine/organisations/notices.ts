// Whom the organisations' events tell what: accreditors get the card of an application, heads hear what became of it.
import { text } from '../kernel/message.ts';
import type { Notice, Settlement } from '../notify/notice.ts';
import { holdersOf } from '../people/reach.ts';
import type { StoreContext } from '../store/context.ts';
import type { StoredEvent } from '../store/owned.ts';
import { accreditationScope, organisationOf } from './accreditation.ts';
import {
  accreditationCard,
  decisionButton,
  openMessage,
  settledMessage,
  subjectOf,
} from './accreditation-card.ts';

type Tell = (ctx: StoreContext, event: StoredEvent) => Promise<readonly (Notice | Settlement)[]>;

const binOf = (event: StoredEvent): string => String(event.data.organisation);

/** An application goes to those who may decide on it; where there is nobody yet, the operators hear of it. */
const registered: Tell = async (ctx, event) => {
  const bin = binOf(event);
  const organisation = await organisationOf(ctx, bin);
  const holders = await holdersOf(ctx, 'accreditor', accreditationScope(organisation));
  const accreditors = holders.filter((each) => each !== organisation.headId);
  if (accreditors.length === 0) return noAccreditor(ctx, organisation);
  const message = openMessage('accreditation', bin, await accreditationCard(ctx, bin));
  return accreditors.map((to) => ({ to, desk: 'staff', message, card: subjectOf('accreditation', bin) }));
};

async function noAccreditor(
  ctx: StoreContext,
  { name, kind, region }: { readonly name: string; readonly kind: string; readonly region: string },
): Promise<readonly Notice[]> {
  const message = { texts: [text(`credit-staff:notice.no-accreditor.${kind}`, { name, region })] };
  const operators = await holdersOf(ctx, 'operator', 'all');
  return operators.map((to) => ({ to, desk: 'staff', message }));
}

/** Every copy of the card is settled, and the head hears what it means and what to do next. */
const decided =
  (state: 'accredited' | 'refused' | 'revoked'): Tell =>
  async (ctx, event) => {
    const bin = binOf(event);
    const { name, headId, kind, reason } = await organisationOf(ctx, bin);
    const card = settledMessage('accreditation', bin, await accreditationCard(ctx, bin));
    const key = state === 'accredited' ? state : `${state}.${kind}`;
    const next =
      state === 'accredited'
        ? [[decisionButton('new-project', 'credit.project-new', bin)]]
        : [[decisionButton('menu', 'menu', '')]];
    const texts = [text(`credit-staff:notice.${key}`, { name, reason: reason ?? '' })];
    return [
      { settles: subjectOf('accreditation', bin), message: card },
      { to: headId, desk: 'staff', message: { texts, buttons: next } },
    ];
  };

/** By event type; the same shape as a programme's events. */
export const organisationEvents: Readonly<Record<string, { readonly tell: Tell }>> = {
  'organisations.registered': { tell: registered },
  'organisations.accredited': { tell: decided('accredited') },
  'organisations.refused': { tell: decided('refused') },
  'organisations.revoked': { tell: decided('revoked') },
};
