// The e-mails: who gets what. Without an SMTP server they are kept for the mailbox page.
import { collection } from '../../store/model.ts';
import { sealedIndexes, sealedShape } from '../sealed-outbox.ts';

export const mails = collection('mails', sealedShape, sealedIndexes);
