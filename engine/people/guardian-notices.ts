// What minor and legal representative hear of the consent: each in their own language, with the way on.
import { type Button, text } from '../kernel/message.ts';
import type { Notice } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import type { EventOf } from '../store/event.ts';
import type { guardianConsented, guardianDeclined } from './events.ts';
import { people } from './store.ts';

const button = (label: string, go: string): Button => ({ label: text(label), action: { go } });

const notice = (to: string, key: string, name: string, next: Button): Notice => ({
  to,
  desk: 'participant',
  message: { texts: [text(`guardian:notice.${key}`, { name })], buttons: [[next]] },
});

const nameOf = async (ctx: StoreContext, id: string): Promise<string> =>
  (await people.on(ctx.db).findById(id, { name: 1 }).lean())?.name ?? '—';

export async function notifyConsented(
  ctx: StoreContext,
  { data }: EventOf<typeof guardianConsented>,
): Promise<readonly Notice[]> {
  const { person: minor, guardian } = data;
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
}

export const notifyDeclined = async (
  _ctx: StoreContext,
  { data }: EventOf<typeof guardianDeclined>,
): Promise<readonly Notice[]> => [
  notice(data.person, 'declined', '', button('guardian:button.invite', 'guardian.invite')),
];
