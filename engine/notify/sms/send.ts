// SMS on their way: codes to telephones. Without a gateway they are kept for the mailbox page.
import { SECOND } from '../../kernel/clock.ts';
import type { Part } from '../../parts/part.ts';
import type { StoreContext } from '../../store/context.ts';
import { collection } from '../../store/model.ts';
import { type Kept, sealedIndexes, sealedOutbox, sealedShape } from '../sealed-outbox.ts';
import type { Sms, SmsPort } from './port.ts';

export interface SmsContext extends StoreContext {
  /** Null or absent where no gateway is configured. */
  readonly sms?: SmsPort | null;
}

export type KeptSms = Kept<Sms>;

export const smsMessages = collection('sms', sealedShape, sealedIndexes);

export const {
  queue: queueSms,
  send: sendSms,
  kept: keptSms,
} = sealedOutbox<Sms, SmsContext>(smsMessages, ({ sms }) => sms);

export const smsRoom: Part<SmsContext> = {
  id: 'sms',
  owners: [],
  events: [],
  timers: {},
  jobs: { 'sms.send': { every: 2 * SECOND, run: sendSms } },
};
