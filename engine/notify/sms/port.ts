// How an SMS leaves: through an HTTP gateway where one is configured (runtime/sms.ts).
import type { Language } from '../../kernel/languages.ts';
import type { Text } from '../../kernel/message.ts';

export interface Sms {
  /** `+7` and ten digits. */
  readonly to: string;
  readonly language: Language;
  readonly words: Text;
}

export interface SmsPort {
  /** @param key the same for the same message, however often it is tried. @throws when it was not taken */
  send(key: string, sms: Sms): Promise<void>;
}
