// What the room of reviews does by itself: items go to whoever steps in while somebody is away, or has left; due dates are kept. Which
// events open and close items is said where the events are declared.
import { on, type Part } from '../parts/part.ts';
import { erased, erasureAsked, roleTaken } from '../people/events.ts';
import type { StoreContext } from '../store/context.ts';
import { setTimer } from '../store/timers.ts';
import { cameBack, wentAway } from './absence/events.ts';
import { notifyBack, notifyStandIns } from './absence/notices.ts';
import { absences } from './absence/store.ts';
import { DIGEST } from './digest/choose.ts';
import { sendDigest } from './digest/digest.ts';
import { handOn } from './hand-on.ts';
import { escalate, type KindsOf, remind } from './reminders/run.ts';
import { ESCALATE, REMIND } from './reminders/watch.ts';

const RETURN = 'reviews.return';

type OfPerson = { readonly data: { readonly person: string } };

/** @param kindsOf what a process puts before people: the room itself knows no kind */
export function reviewsRoom<C extends StoreContext>(kindsOf: KindsOf<C>): Part<C> {
  const follow = {
    'hand-on': (ctx: C, { data }: OfPerson) => handOn(ctx, kindsOf(ctx), data.person),
  };
  return {
    id: 'reviews',
    owners: [absences] as unknown as Part['owners'],
    events: [
      on(wentAway, {
        follow: {
          ...follow,
          return: (ctx, { data: { person, until } }) =>
            setTimer(ctx, {
              key: `${RETURN}/${person}/${until}`,
              // A moment later: until then they are away.
              ...{ kind: RETURN, dueAt: new Date(Date.parse(until) + 1), data: { person } },
            }),
        },
        notify: { 'stand-ins': notifyStandIns },
      }),
      on(cameBack, { follow }),
    ],
    subscriptions: [on(roleTaken, { follow }), on(erasureAsked, { follow }), on(erased, { follow })],
    timers: {
      [REMIND]: remind(kindsOf),
      [DIGEST]: sendDigest(kindsOf),
      [ESCALATE]: escalate(kindsOf),
      [RETURN]: async (ctx, timer) => {
        const person = String(timer.data.person);
        await handOn(ctx, kindsOf(ctx), person);
        return notifyBack(ctx, person);
      },
    },
    jobs: {},
  };
}
