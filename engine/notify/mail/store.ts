// The e-mails: who gets what, sealed, since addresses are people's and links open things. What has been sent is emptied;
// without an SMTP server they are kept for the mailbox page.
import Type, { type Static } from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../store/model.ts';

export const mailStates = ['waiting', 'sent', 'kept', 'gave-up'] as const;

const mailShape = Type.Object({
  /** Names what is said to whom: the same mail is sent once. */
  _id: Type.String(),
  /** A sealed `Mail` as JSON; null once it has gone, or never will. */
  sealed: nullable(Type.String()),
  state: oneOf(mailStates),
  attempts: Type.Integer(),
  notBefore: Instant,
  createdAt: Instant,
});
export type StoredMail = Static<typeof mailShape>;

export const mails = collection('mails', mailShape, [
  { fields: { state: 1, notBefore: 1 } },
  { fields: { createdAt: 1 } },
]);
