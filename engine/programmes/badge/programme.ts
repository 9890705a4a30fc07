// The badge programme's manifest: what the rest of the engine, the dialogues and the API may use of it.
import type { Programme } from '../programme.ts';
import { personal } from './personal.ts';
import { referenceOwners } from './reference/collections.ts';
import { roles } from './roles.ts';
import { centres, participations } from './store.ts';

export * from './states.ts';

export const badge: Programme = {
  id: 'badge',
  owners: [participations, centres, ...referenceOwners] as unknown as Programme['owners'],
  events: [],
  timers: {},
  jobs: {},
  personal,
  desks: {},
  roles,
  profile: ['name', 'birthDate', 'region', 'phone'],
  invariants: {},
};
