// What minor and legal representative hear of the consent: each in their own language, with the way on.
import { type Button, text } from '../kernel/message.ts';
import type { Notice } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import type { StoredEvent } from '../store/owned.ts';
import { people } from './store.ts';

type Tell = (ctx: StoreContext, event: StoredEvent) => Promise<readonly Notice[]>;

const button = (label: string, go: string): Button => ({ label: text(label), action: { go } });

const notice = (to: string, key: string, name: string, next: Button): Notice => ({
  to,
  desk: 'participant',
  message: { texts: [text(`guardian:notice.${key}`, { name })], buttons: [[next]] },
});

const nameOf = async (ctx: StoreContext, id: string): Promise<string> =>
  (await people.on(ctx.db).findById(id, { name: 1 }).lean())?.name ?? '—';

const consented: Tell = async (ctx, { data }) => {
  const [minor, guardian] = [String(data.person), String(data.guardian)];
  const menu = button('common:button.menu', 'menu');
  return [
    notice(minor, 'consented', await nameOf(ctx, guardian), menu),
    notice(
      guardian,
      'you-consented',
      await nameOf(ctx, minor),
      button('guardian:button.wards', 'guardian.wards'),
    ),
  ];
};

const declined: Tell = async (_ctx, { data }) => [
  notice(String(data.person), 'declined', '', button('guardian:button.invite', 'guardian.invite')),
];

/** By event type, as a programme's. */
export const guardianTell: Readonly<Record<string, Tell>> = {
  'people.guardian-consented': consented,
  'people.guardian-declined': declined,
};
