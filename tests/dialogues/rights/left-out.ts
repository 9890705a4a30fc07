// What names a person and does not go along in the copy of their data, and why. A collection that is not here must be in
// the copy: whoever adds one has to decide.

export const leftOut: Readonly<Record<string, string>> = {
  web_chats: 'counts the messages of a chat and says nothing of a person',
  audit_checkpoint_parts:
    'heads and counts of audit chains by document; the records themselves are in `audit`',
  erasures: 'holds nobody who can still ask for a copy',
  reviews: 'who decides on what, made anew from the documents of which it tells; those are in the copy',
  idempotent_requests: 'answers of the API to its callers, kept for a day so that a repeat is known',
};

/** Documents about others that name the person: whoever decided something. What they did is in their `audit`. */
export const ofOthers: Readonly<Record<string, string>> = {
  credit_students: "another student's work; the decision of hours and reports is in `audit`",
  credit_payouts: "another student's money; the order and its outcome are in `audit`",
  credit_recredits: "another student's academic credits; the outcome is in `audit`",
  credit_projects: "the organisation's project; that it was published is in `audit`",
  organisations: 'an organisation of others; the decision on its accreditation is in `audit`',
  people:
    'another person; consents given for them stand in `represents`, anything else that was done in `audit`',
  audit: "what others did to others' documents",
  links: 'an invitation that others made',
};

/** In chats of others: noted there by id, to be found on an erasure. What they were told is in `toldOthers`. */
export const inChats: readonly string[] = ['web_messages', 'chats'];
