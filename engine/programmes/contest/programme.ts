// The contest's manifest: what the rest of the engine, the dialogues and the API may use of it.
import { on } from '../../parts/part.ts';
import type { Programme } from '../programme.ts';
import * as events from './events.ts';
import { editions, nominations } from './store.ts';

export const contest: Programme = {
  id: 'contest',
  owners: [editions, nominations] as Programme['owners'][number][],
  events: [
    on(events.editionOpened),
    on(events.nominationProposed),
    on(events.nominationAdmitted),
    on(events.nominationRefused),
    on(events.nominationChosen),
    on(events.nominationReserved),
    on(events.nominationSent),
    on(events.nominationPassed),
    on(events.nominationNotPassed),
    on(events.laureateNamed),
    on(events.nominationWithdrawn),
  ],
  timers: {},
  jobs: {},
  personal: {
    purposes: ['contest'],
    consentEnded: async () => {},
    documents: async () => [],
    record: async () => null,
    hasRecords: async () => false,
    erasing: {
      waitsFor: async () => [],
      end: async () => {},
      items: async () => [],
      counts: async () => false,
      erase: async () => {},
    },
  },
  desks: {},
  roles: [],
  profile: ['name', 'birthDate', 'phone'],
  invariants: {},
};
