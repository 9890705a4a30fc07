// Every collection of reference data that the badge brings: its owner documents belong to the manifest, its routes to the API.
import { readingList } from './books.ts';
import { mandatoryDirections } from './mandatory.ts';
import { providers } from './providers.ts';
import { signers } from './signers.ts';
import { standards } from './standards.ts';

export const referenceOwners = [
  providers.store,
  readingList.store,
  standards.store,
  mandatoryDirections.store,
  signers.store,
] as const;
