// How an e-mail leaves: by SMTP where one is configured (runtime/smtp.ts). Words are put into a language there, at the edge.
import type { Language } from '../../kernel/languages.ts';
import type { Text } from '../../kernel/message.ts';

export interface Mail {
  /** An e-mail address. */
  readonly to: string;
  readonly language: Language;
  readonly subject: Text;
  /** Paragraphs. */
  readonly texts: readonly Text[];
}

export interface MailPort {
  /** @param key the same for the same mail, however often it is tried: a reader's programme drops the second. @throws when it was not taken */
  send(key: string, mail: Mail): Promise<void>;
}
