// The programmes of this system, one line each, and what the events of the parts that they share lead to.
import { organisationEvents } from '../organisations/notices.ts';
import { credit, peopleTell } from './credit/programme.ts';
import type { EventHandling, Programme } from './programme.ts';

export const programmes: readonly Programme[] = [credit];

const told = Object.entries(peopleTell).map(([type, tell]): [string, EventHandling] => [type, { tell }]);

/** Events of people and organisations. Identity is told by the programme whose participants wait for it. */
export const sharedEvents: Readonly<Record<string, EventHandling>> = {
  'people.registered': {},
  'people.consent-given': {},
  'people.consent-withdrawn': {},
  ...Object.fromEntries(told),
  ...organisationEvents,
};
