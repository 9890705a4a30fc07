// Owner collections that belong to no programme: the worker carries their outboxes beside those of the programmes.
import { apiKeys } from '../engine/access/store.ts';
import { cases, commissions, sittings } from '../engine/commissions/store.ts';
import { ruleDrafts, rulePublications } from '../engine/editions/store.ts';
import { broadcasts } from '../engine/notify/broadcasts/store.ts';
import { organisations, universities } from '../engine/organisations/store.ts';
import { people } from '../engine/people/store.ts';

export const sharedOwners = [
  people,
  organisations,
  universities,
  apiKeys,
  broadcasts,
  ruleDrafts,
  rulePublications,
  commissions,
  sittings,
  cases,
];
