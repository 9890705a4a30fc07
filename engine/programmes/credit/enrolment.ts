// Students at work under the completion rules of the day on which they began, and how one comes under another day's.
import type { Enrolled, Enrolment } from '../../editions/migrations/enrolment.ts';
import type { Command } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { EngineContext } from '../context.ts';
import { creditIn, rulesDayOf, withCredit } from './cases.ts';
import { rulesMigrated } from './events.ts';
import { atWork } from './population.ts';
import { activeCreditStates } from './states.ts';
import { students } from './store.ts';

function move(
  ctx: EngineContext,
  command: Command,
  { id, person }: Enrolled,
  to: LocalDate,
): Promise<Result<string>> {
  return change(ctx, students, person, command, (student) => {
    const credit = creditIn(student, id);
    if (!activeCreditStates.includes(credit.state)) return refused('credit.participation-over');
    return ok({
      action: 'rules migrated',
      set: { credits: withCredit(student, id, { rulesOn: to }) },
      events: [rulesMigrated({ student: person, credit: id })],
      details: { credit: id, from: rulesDayOf(credit), to, migration: command.id },
      result: id,
    });
  });
}

export const enrolments: readonly Enrolment<EngineContext>[] = [
  { set: 'credit.completion', enrolled: atWork, move },
];
