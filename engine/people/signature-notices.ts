// What a person hears of their electronic signature once it is settled.
import { type Button, text } from '../kernel/message.ts';
import type { Notice } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import type { Happened } from '../store/event.ts';

const menu: Button = { label: text('common:button.menu'), action: { go: 'menu' } };

export const notifySigner =
  (key: string) =>
  async (_ctx: StoreContext, { data }: Happened<{ readonly person: string }>): Promise<readonly Notice[]> => [
    { to: data.person, desk: 'participant', message: { texts: [text(key)], buttons: [[menu]] } },
  ];
