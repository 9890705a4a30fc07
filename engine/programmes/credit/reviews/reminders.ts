// When the deciders of the credit's items are reminded, by the rules; who hears of what is overdue. The room of reviews keeps the dates.
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { DAY } from '../../../kernel/clock.ts';
import type { After, Escalation } from '../../../reviews/kind.ts';
import type { EngineContext } from '../../context.ts';
import { interviewCase } from '../cases.ts';

type AfterOfCredit = Extract<After<EngineContext>, (...given: never[]) => unknown>;

/** So many days of the parameter that held when it began to wait. */
export const remindAfter =
  (parameter: 'confirmReminderDays' | 'reportReminderDays'): AfterOfCredit =>
  (ctx, since) => {
    const on = localDate(since);
    return endOfDay(addDays(on, ctx.rules.number('credit', parameter, on)));
  };

/** The result of an interview is awaited after it was held, not after it was booked. */
export const afterInterview: AfterOfCredit = async (ctx, since, subject) => {
  const { interview } = await interviewCase(ctx, subject);
  const days = ctx.rules.number('credit', 'interviewResultReminderDays', localDate(since));
  return new Date(interview.startsAt.getTime() + days * DAY);
};

export const toOperators: Escalation = { roles: ['operator'], decide: false };
