// Whom the events of certificates are told: the holder, at the desk where participants are.
import { text } from '../../kernel/message.ts';
import type { Notice } from '../../notify/notice.ts';
import type { StoreContext } from '../../store/context.ts';
import type { StoredEvent } from '../../store/owned.ts';
import { certificates } from './store.ts';

type Notify = (ctx: StoreContext, event: StoredEvent) => Promise<readonly Notice[]>;

const issued: Notify = async (ctx, { data }) => {
  const found = await certificates.on(ctx.db).findById(String(data.certificate)).lean();
  if (found?.state !== 'issued' || found.holderName === null) return [];
  const take = {
    label: text('documents:button.certificate'),
    action: { go: 'shared.certificate', argument: found._id },
  };
  const message = { texts: [text('documents:notice.issued')], buttons: [[take]] };
  return [{ to: found.holderId, desk: 'participant', message }];
};

const revoked: Notify = async (ctx, { data }) => {
  const found = await certificates.on(ctx.db).findById(String(data.certificate)).lean();
  if (!found || found.holderName === null) return [];
  const texts = [text('documents:notice.revoked', { number: found.number, reason: found.reason ?? '' })];
  return [{ to: found.holderId, desk: 'participant', message: { texts } }];
};

/** By event type. */
export const certificateNotices: Readonly<Record<string, Notify>> = {
  'documents.certificate-issued': issued,
  'documents.certificate-revoked': revoked,
};
