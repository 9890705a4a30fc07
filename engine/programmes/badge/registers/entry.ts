// What the API uses of the registers and of reference data.

export { readingList } from '../reference/books.ts';
export { mandatoryDirections } from '../reference/mandatory.ts';
export { providers } from '../reference/providers.ts';
export { signers } from '../reference/signers.ts';
export { standards } from '../reference/standards.ts';
export { type ListedAward, listAwards, readAward } from './awards.ts';
export { listCentres } from './centres.ts';
export {
  type ListedParticipation,
  listJournal,
  listParticipations,
  readParticipation,
} from './participations.ts';
