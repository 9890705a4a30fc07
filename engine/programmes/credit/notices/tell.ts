// Whom the credit programme tells what, by event type and by due date: the participants first, then the staff.
import type { Notice, Settlement } from '../../../notify/notice.ts';
import type { EventHandling, TimerHandling } from '../../programme.ts';
import { tellParticipant, tellParticipantOnTime } from './participant.ts';
import { staffTellOf } from './staff.ts';
import { staffTellOnTime } from './staff-timers.ts';

type Told = readonly (Notice | Settlement)[];
type Telling<A extends readonly unknown[]> = (...given: A) => Promise<Told>;

/** One telling for each key that any of the parts has; what they say follows in the order of the parts. */
function together<A extends readonly unknown[]>(
  ...parts: readonly Readonly<Record<string, Telling<A>>>[]
): Readonly<Record<string, Telling<A>>> {
  const keys = new Set(parts.flatMap((part) => Object.keys(part)));
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      async (...given: A) => {
        const told = parts.map((part) => part[key]?.(...given) ?? []);
        return (await Promise.all(told)).flat();
      },
    ]),
  );
}

export const tellOf: Readonly<Record<string, NonNullable<EventHandling['tell']>>> = together(
  tellParticipant,
  staffTellOf,
);

export const tellOnTime: Readonly<Record<string, TimerHandling>> = together(
  tellParticipantOnTime,
  staffTellOnTime,
);
