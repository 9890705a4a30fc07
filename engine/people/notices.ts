// What people are told about their own data when somebody else acted on it.
import { text } from '../kernel/message.ts';
import type { Notice } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import type { EventOf } from '../store/event.ts';
import type { ageDoubted, consentWithdrawn } from './events.ts';
import { holdersOf } from './reach.ts';
import { people } from './store.ts';

/** A consent was withdrawn by a guardian or the operator: the person hears of it. Who did it themselves was answered. */
export async function notifyWithdrawn(
  _ctx: StoreContext,
  event: EventOf<typeof consentWithdrawn>,
): Promise<readonly Notice[]> {
  const { person } = event.data;
  if (event.actor === `person:${person}`) return [];
  const more = { label: text('common:button.my-data'), action: { go: 'shared.my-data' } } as const;
  const message = { texts: [text('common:consent.withdrawn-for-you')], buttons: [[more]] };
  return [{ to: person, desk: 'participant', message }];
}

/** Somebody is an adult by their own word and a minor by their IIN: operators find out which, nothing is stopped before. */
export async function notifyAgeDoubted(
  ctx: StoreContext,
  { data }: EventOf<typeof ageDoubted>,
): Promise<readonly Notice[]> {
  const person = await people.on(ctx.db).findById(data.person, { name: 1, birthDate: 1 }).lean();
  if (!person) return [];
  const params = { name: person.name, birth: person.birthDate ?? '' };
  const message = { texts: [text('staff:notice.age-doubted', params)] };
  const operators = await holdersOf(ctx, 'operator', 'all');
  return operators.filter((to) => to !== person._id).map((to) => ({ to, desk: 'staff', message }));
}
