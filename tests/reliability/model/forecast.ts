// What must become of a wish when nothing else happens meanwhile: the specification once more, in another hand.
// Changes the state that it is given.
import type { Forecast } from './forecast-parts.ts';
import * as seats from './forecast-seats.ts';
import * as work from './forecast-work.ts';
import type { State } from './state.ts';
import type { Wish } from './wish.ts';

/** @param command the command's id, from which the ids of new things follow */
export function forecast(state: State, wish: Wish, command: string, now: Date): Forecast {
  switch (wish.act) {
    case 'book':
      return seats.book(state, wish, command, now);
    case 'invite':
      return seats.invite(state, wish, now);
    case 'cancel':
    case 'decline':
    case 'not-invite':
      return seats.end(state, wish);
    case 'accept':
      return seats.accept(state, wish, now);
    case 'hours':
      return work.hours(state, wish, command, now);
    case 'decide-hours':
      return work.decideHours(state, wish);
    case 'report':
      return work.report(state, wish);
    case 'leave':
      return work.leave(state, wish);
    default:
      return outcome(state, wish);
  }
}

function outcome(
  state: State,
  wish: Extract<Wish, { act: 'decide-report' | 'pay' | 'recredit' | 'request' | 'accredit' }>,
): Forecast {
  switch (wish.act) {
    case 'decide-report':
      return work.decideReport(state, wish);
    case 'pay':
      return work.pay(state, wish);
    case 'request':
      return work.request(state, wish);
    case 'recredit':
      return work.decideRecredit(state, wish);
    case 'accredit':
      return work.accredit(state, wish);
  }
}
