// E-mails on their way, by SMTP where a server is configured.
import { SECOND } from '../../kernel/clock.ts';
import type { Part } from '../../parts/part.ts';
import type { StoreContext } from '../../store/context.ts';
import { type Kept, sealedOutbox } from '../sealed-outbox.ts';
import type { Mail, MailPort } from './port.ts';
import { mails } from './store.ts';

export interface MailContext extends StoreContext {
  /** Null or absent where no SMTP server is configured: mails are kept, and read on the mailbox page. */
  readonly mail?: MailPort | null;
}

export type KeptMail = Kept<Mail>;

export const {
  queue: queueMail,
  send: sendMails,
  kept: keptMails,
} = sealedOutbox<Mail, MailContext>(mails, ({ mail }) => mail);

export const mailRoom: Part<MailContext> = {
  id: 'mail',
  owners: [],
  events: [],
  timers: {},
  jobs: { 'mail.send': { every: 5 * SECOND, run: sendMails } },
};
