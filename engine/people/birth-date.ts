// The birth date that somebody typed beside the one that their IIN tells. Since 2013 no rule ties the two, so that a
// difference is told and never refused. Only what would make an adult of a minor needs the IIN to say the same: the
// consent of a legal representative hangs on it.
import type { Command } from '../kernel/actor.ts';
import { isLocalDate, type LocalDate } from '../kernel/calendar.ts';
import { birthDateOf } from '../kernel/iin.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { DomainEvent } from '../store/owned.ts';
import { isMinor } from './age.ts';
import { ageDoubted } from './events.ts';
import { people } from './store.ts';

/** `may-be-minor`: an adult by what was typed, under 18 by the IIN. */
export type BirthDateDoubt = 'none' | 'differs' | 'may-be-minor';

/** An IIN that tells no date, and a person who was never asked for one, leave no doubt. */
export function birthDateDoubt(iin: string, birthDate: unknown, now: Date): BirthDateDoubt {
  const told = birthDateOf(iin);
  if (told === null || typeof birthDate !== 'string' || told === birthDate) return 'none';
  const isYoung = isMinor({ birthDate: told }, now) && !isMinor({ birthDate }, now);
  return isYoung ? 'may-be-minor' : 'differs';
}

/** The operators look at whoever may be a minor without a representative. */
export const doubtEvents = (person: string, doubt: BirthDateDoubt): readonly DomainEvent[] =>
  doubt === 'may-be-minor' ? [ageDoubted({ person })] : [];

/** The person puts their own date right. @returns what the IIN says to it; nothing where no IIN is known yet */
export function correctBirthDate(
  ctx: StoreContext,
  command: Command,
  birthDate: LocalDate,
): Promise<Result<BirthDateDoubt>> {
  return change(ctx, people, command.actor.id, command, (person) => {
    if (person.merged) return refused('common.just-merged');
    if (!isLocalDate(birthDate)) return refused('common.birth-date-unreadable');
    const now = ctx.clock.now();
    const iin = person.sealedIin === null ? '' : ctx.sealer.open(person.sealedIin);
    const comesOfAge = isMinor(person, now) && !isMinor({ birthDate }, now);
    if (comesOfAge && birthDateOf(iin) !== birthDate) return refused('common.birth-date-not-by-iin');
    const doubt = birthDateDoubt(iin, birthDate, now);
    return ok({
      action: 'birth date corrected',
      set: { birthDate },
      events: doubtEvents(person._id, doubt),
      result: doubt,
      details: { doubt },
    });
  });
}
