// What dialogues and the API may use of journal, progress, excuses and completion: handed on by programme.ts.
export { judgeLevel } from '../completion/complete.ts';
export {
  confirmDirection,
  missingForConfirmation,
  takeConfirmationBack,
} from '../completion/confirm-direction.ts';
export { askExcuse, excusableWeeks } from '../excuses/ask-excuse.ts';
export { decideExcuse, undoExcuse } from '../excuses/decide-excuse.ts';
export { messagesOf, sendMessage } from '../messages/send.ts';
export type { Standing } from '../progress/standing.ts';
export { missingInWords, standingNow, standingWith } from '../progress/view.ts';
export { mondayOf, sundayOf, type Week, weekOf } from '../progress/weeks.ts';
export { actsFor } from '../supervision/acting.ts';
export { assignExpert, expertsFor } from '../supervision/assign-expert.ts';
export { cardOf } from '../supervision/cards.ts';
export { handOver } from '../supervision/hand-over.ts';
export { lettersTo, writeConclusion, writeFinalNote, writeToOperator } from '../supervision/letters.ts';
export { type Overview, overviewFor } from '../supervision/overview.ts';
export {
  mentorsByName,
  mentorsOfExpert,
  oversees,
  seesParticipation,
} from '../supervision/reach.ts';
export { staffPageSeenBy, writeStaffPage } from '../supervision/staff-page.ts';
export { logsBy, writeLog } from '../supervision/write-log.ts';
export { entryOf, journalOf } from './cases.ts';
export { decideEntry, undoEntry } from './decide-entry.ts';
export { ABROAD } from './demands.ts';
export { decideDispute, openDispute } from './dispute.ts';
export type { EntryDraft } from './draft.ts';
export { askEmployer, giveEmployerWord } from './employer.ts';
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
