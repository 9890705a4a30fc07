// What a person hears of their electronic signature once it is settled.
import { type Button, text } from '../kernel/message.ts';
import type { Notice } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import type { StoredEvent } from '../store/owned.ts';

type Tell = (ctx: StoreContext, event: StoredEvent) => Promise<readonly Notice[]>;

const menu: Button = { label: text('common:button.menu'), action: { go: 'menu' } };

const told =
  (key: string): Tell =>
  async (_ctx, { data }) => [
    { to: String(data.person), desk: 'participant', message: { texts: [text(key)], buttons: [[menu]] } },
  ];

/** By event type, as a programme's. */
export const signatureTell: Readonly<Record<string, Tell>> = {
  'people.iin-confirmed': told('common:signature.confirmed'),
  'people.signature-failed': told('common:signature.failed'),
};
