// Whom the events of certificates are notified to: the holder, at the desk where participants are.
import { text } from '../../kernel/message.ts';
import type { Notify } from '../../parts/part.ts';
import type { StoreContext } from '../../store/context.ts';
import type { EventOf } from '../../store/event.ts';
import type { certificateIssued } from '../events.ts';
import { certificates } from './store.ts';

type OfCertificate = Notify<StoreContext, EventOf<typeof certificateIssued>['data']>;

export const notifyIssued: OfCertificate = async (ctx, { data }) => {
  const found = await certificates.on(ctx.db).findById(data.certificate).lean();
  if (found?.state !== 'issued' || found.holderName === null) return [];
  const take = {
    label: text('documents:button.certificate'),
    action: { go: 'shared.certificate', argument: found._id },
  };
  const message = { texts: [text('documents:notice.issued')], buttons: [[take]] };
  return [{ to: found.holderId, desk: 'participant', message }];
};

export const notifyRevoked: OfCertificate = async (ctx, { data }) => {
  const found = await certificates.on(ctx.db).findById(data.certificate).lean();
  if (!found || found.holderName === null) return [];
  const texts = [text('documents:notice.revoked', { number: found.number, reason: found.reason ?? '' })];
  return [{ to: found.holderId, desk: 'participant', message: { texts } }];
};
