// The days of the trip and the budget's totals: figures that the plan leaves open.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { setMoney, setTrip } from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { askAgain, call } from '../../dialogue/steps/call.ts';
import { answer, answerNumber } from '../../dialogue/talk.ts';
import { wholeNumber } from '../fields/whole-number.ts';
import { menuButton } from '../shared/endings.ts';
import { planDay } from './fields/plan-day.ts';
import { argumentOf, ending, projectButton, teamOnly } from './grant-talk.ts';

export const trip: Dialogue<EngineContext> = dialogue('grant.trip', { version: 1 }, [
  teamOnly('grant.trip', 'grant-lead', 'grant-manager'),
  ask('from', planDay, 'grant:trip.which-day'),
  ask('days', wholeNumber({ least: 1, most: 92 }), 'grant:trip.how-many-days'),
  call(
    'set',
    (talk) =>
      setTrip(talk.env, talk.command('set'), argumentOf(talk).project, {
        from: answer(talk.draft, 'from'),
        days: answerNumber(talk.draft, 'days'),
      }),
    {
      ok: (id, talk) =>
        ending(
          'trip.set',
          { from: answer(talk.draft, 'from'), count: answerNumber(talk.draft, 'days') },
          projectButton(id),
          menuButton(),
        ),
      refused: askAgain('from'),
    },
  ),
]);

const SUM = wholeNumber({ least: 0, most: 100_000_000_000 });

export const money: Dialogue<EngineContext> = dialogue('grant.money', { version: 1 }, [
  teamOnly('grant.money', 'grant-accountant', 'grant-lead'),
  ask('planned', SUM, 'grant:money.how-much-planned'),
  ask('spent', SUM, 'grant:money.how-much-spent'),
  call(
    'set',
    (talk) =>
      setMoney(talk.env, talk.command('set'), argumentOf(talk).project, {
        planned: answerNumber(talk.draft, 'planned'),
        spent: answerNumber(talk.draft, 'spent'),
      }),
    {
      ok: ({ planned, spent, left }, talk) =>
        ending(
          'money.balance',
          { planned, spent, left },
          projectButton(argumentOf(talk).project),
          menuButton(),
        ),
    },
  ),
]);
