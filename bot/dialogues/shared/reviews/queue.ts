// The queue: what waits for a member of staff, how much of it is overdue, and its cards one by one.
import { text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { reviewKindsOf } from '../../../../engine/programmes/rooms.ts';
import { openCard } from '../../../../engine/reviews/card.ts';
import { queueLines } from '../../../../engine/reviews/digest/digest.ts';
import { nextWaiting } from '../../../../engine/reviews/next-waiting.ts';
import { queueOf } from '../../../../engine/reviews/queue.ts';
import { standing } from '../../../../engine/reviews/standing.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../endings.ts';
import { button, ending, itemIn, type Kind, type StaffTalk } from './shell.ts';

const queue: Dialogue<EngineContext> = dialogue('staff.queue', { version: 1 }, [
  say('show', async (talk) => {
    const waiting = await queueOf(talk.env, talk.actor);
    if (waiting.length === 0)
      return ending('queue.empty', undefined, button('notices', 'staff.notices'), menuButton());
    const n = waiting.reduce((sum, line) => sum + line.n, 0);
    return {
      texts: [text('reviews:queue.title', { n }), ...queueLines(reviewKindsOf(talk.env), waiting)],
      buttons: [[button('open-oldest', 'staff.next')], [button('notices', 'staff.notices'), menuButton()]],
      next: 'end',
    };
  }),
]);

/** Opens the oldest card; given one that was put off, the one after it, round and round. */
const next: Dialogue<EngineContext> = dialogue('staff.next', { version: 1 }, [
  say('next', async (talk) => {
    const putOff = itemIn(talk, talk.argument);
    const item = await nextWaiting(talk.env, reviewKindsOf(talk.env), talk.actor, putOff);
    if (!item) return ending('queue.empty', undefined, menuButton());
    if (item.kind === putOff?.kind && item.subject === putOff.subject)
      return ending('queue.only-this', undefined, button('open', 'staff.open', talk.argument), menuButton());
    return cardOutcome(talk, item.kind, item.subject);
  }),
]);

/** Opens the card that a reminder speaks of, for those who may decide it. */
const open: Dialogue<EngineContext> = dialogue('staff.open', { version: 1 }, [
  say('open', async (talk) => {
    const item = itemIn(talk, talk.argument);
    if (!item) return ending('reason.gone', undefined, menuButton());
    const found = await standing(talk.env, talk.actor, item.kind, item.subject);
    if (found.kind === 'not-theirs') return { texts: [text('common:reason.not-allowed')], next: 'end' };
    if (found.kind === 'gone') return ending('reason.gone', undefined, menuButton());
    return cardOutcome(talk, item.kind, item.subject);
  }),
]);

/** Puts a card off: it makes room in the chat and stays in the queue. */
const later: Dialogue<EngineContext> = dialogue('staff.later', { version: 1 }, [
  say('later', (talk) => ({
    texts: [text('reviews:queue.later')],
    buttons: [[button('open', 'staff.open', talk.argument)], [button('next', 'staff.next', talk.argument)]],
    next: 'end',
    inPlace: true,
  })),
]);

async function cardOutcome(talk: StaffTalk, kind: Kind, subject: string): Promise<Outcome> {
  return { ...(await openCard(talk.env, kind, subject, talk.actor.id)), next: 'end' };
}

export const queueDialogues: readonly Dialogue<EngineContext>[] = [queue, next, open, later];
