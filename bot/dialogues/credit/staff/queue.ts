// The queue: what waits for a member of staff, how much of it is overdue, and its cards one by one.
import { addDays, endOfDay, localDate } from '../../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  openCard,
  queueOf,
  type ReviewItem,
  type ReviewKind,
  reviewKinds,
  standing,
} from '../../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { button, ending, menuButton, type StaffTalk } from './staff-talk.ts';

/** Days after which a matter counts as overdue: the same as those after which people are reminded. */
const DAYS: Partial<Readonly<Record<ReviewKind, string>>> = {
  hours: 'confirmReminderDays',
  report: 'reportReminderDays',
};

const isOverdue = (talk: StaffTalk, { kind, since }: ReviewItem): boolean => {
  const name = DAYS[kind];
  if (!name) return false;
  const on = localDate(since);
  return endOfDay(addDays(on, talk.env.rules.number('credit', name, on))) < talk.now;
};

/** One line for each kind that waits. */
function lines(talk: StaffTalk, queue: readonly ReviewItem[]): readonly Text[] {
  return reviewKinds.flatMap((kind) => {
    const [oldest, ...others] = queue.filter((item) => item.kind === kind);
    if (!oldest) return [];
    const overdue = [oldest, ...others].filter((item) => isOverdue(talk, item)).length;
    const params = { kind, n: others.length + 1, overdue, since: oldest.since.toISOString() };
    return [text(`credit-staff:queue.${overdue > 0 ? 'line-overdue' : 'line'}`, params)];
  });
}

export const queue: Dialogue<EngineContext> = dialogue('staff.queue', { version: 1 }, [
  say('show', async (talk) => {
    const waiting = await queueOf(talk.env, talk.actor);
    if (waiting.length === 0) return ending('queue.empty', undefined, menuButton());
    return {
      texts: [text('credit-staff:queue.title', { n: waiting.length }), ...lines(talk, waiting)],
      buttons: [[button('open-oldest', 'staff.next')], [menuButton()]],
      next: 'end',
    };
  }),
]);

const nameOf = ({ kind, id }: ReviewItem): string => `${kind}.${id}`;

/** Opens the oldest card; given one that was put off, the one after it, round and round. */
export const next: Dialogue<EngineContext> = dialogue('staff.next', { version: 1 }, [
  say('next', async (talk) => {
    const waiting = await queueOf(talk.env, talk.actor);
    const at = waiting.findIndex((item) => nameOf(item) === talk.argument);
    const item = waiting[(at + 1) % waiting.length];
    if (!item) return ending('queue.empty', undefined, menuButton());
    if (nameOf(item) === talk.argument)
      return ending('queue.only-this', undefined, button('open', 'staff.open', talk.argument), menuButton());
    return cardOutcome(talk, item.kind, item.id);
  }),
]);

/** Opens the card that a reminder speaks of, for those who may decide it. */
export const open: Dialogue<EngineContext> = dialogue('staff.open', { version: 1 }, [
  say('open', async (talk) => {
    const item = itemIn(talk.argument);
    if (!item) return ending('reason.gone', undefined, menuButton());
    const found = await standing(talk.env, talk.actor, item.kind, item.id);
    if (found.kind === 'not-theirs') return { texts: [text('common:reason.not-allowed')], next: 'end' };
    if (found.kind === 'gone') return ending('reason.gone', undefined, menuButton());
    return cardOutcome(talk, item.kind, item.id);
  }),
]);

/** Puts a card off: it makes room in the chat and stays in the queue. */
export const later: Dialogue<EngineContext> = dialogue('staff.later', { version: 1 }, [
  say('later', (talk) => ({
    texts: [text('credit-staff:queue.later')],
    buttons: [[button('open', 'staff.open', talk.argument)], [button('next', 'staff.next', talk.argument)]],
    next: 'end',
    inPlace: true,
  })),
]);

async function cardOutcome(talk: StaffTalk, kind: ReviewKind, id: string): Promise<Outcome> {
  return { ...(await openCard(talk.env, kind, id)), next: 'end' };
}

function itemIn(argument: string): { readonly kind: ReviewKind; readonly id: string } | null {
  const [name, id] = argument.split('.');
  const kind = reviewKinds.find((each) => each === name);
  return kind && id ? { kind, id } : null;
}
