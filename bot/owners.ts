// Owner collections that belong to no programme: the worker carries their outboxes beside those of the programmes.
import { apiKeys } from '../engine/access/store.ts';
import { ruleDrafts, rulePublications } from '../engine/editions/store.ts';
import { broadcasts } from '../engine/notify/broadcasts/store.ts';
import { organisations } from '../engine/organisations/store.ts';
import { people } from '../engine/people/store.ts';
import { calendarDays } from '../engine/reference/calendar/days.ts';
import { calendarYears } from '../engine/reference/calendar/years.ts';
import { regions } from '../engine/reference/regions.ts';
import { universities } from '../engine/reference/universities.ts';

export const sharedOwners = [
  people,
  organisations,
  universities,
  regions.store,
  calendarDays.store,
  calendarYears,
  apiKeys,
  broadcasts,
  ruleDrafts,
  rulePublications,
];
