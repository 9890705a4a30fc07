// Whom the credit programme tells what, by event type and by due date.
import type { EventHandling, TimerHandling } from '../../programme.ts';

export const tellOf: Readonly<Record<string, NonNullable<EventHandling['tell']>>> = {};

export const tellOnTime: Readonly<Record<string, TimerHandling>> = {};
