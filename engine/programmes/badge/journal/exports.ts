// What dialogues and the API may use of journal, progress, excuses and completion: handed on by programme.ts.
export { judgeLevel } from '../completion/complete.ts';
export {
  confirmDirection,
  missingForConfirmation,
  takeConfirmationBack,
} from '../completion/confirm-direction.ts';
export { askExcuse, excusableWeeks } from '../excuses/ask-excuse.ts';
export { decideExcuse, undoExcuse } from '../excuses/decide-excuse.ts';
export type { Standing } from '../progress/standing.ts';
export { profileOf } from '../progress/standing.ts';
export { missingInWords, standingNow, standingWith } from '../progress/view.ts';
export { mondayOf, sundayOf, type Week, weekOf } from '../progress/weeks.ts';
export { actsFor } from '../supervision/acting.ts';
export { type Overview, overviewFor } from '../supervision/overview.ts';
export { seesParticipation } from '../supervision/reach.ts';
export { entryOf, journalOf } from './cases.ts';
export { decideEntry, undoEntry } from './decide-entry.ts';
export { ABROAD } from './demands.ts';
export type { EntryDraft } from './draft.ts';
export { entryEvidence } from './evidence.ts';
export {
  demandingStates,
  type EntryKind,
  entryKinds,
  entryStates,
  kindsOf,
  type LateReason,
  lateReasons,
} from './states.ts';
export type { Entry } from './store.ts';
export { timelySince } from './when.ts';
export { rewriteEntry, writeEntry } from './write-entry.ts';
