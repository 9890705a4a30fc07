// The body that runs the programmes here, as texts name it: in consents, in help, and wherever somebody is sent to it.
// Which one it is, is a setting (runtime/operator-setting.ts); in the demo it is fictional, and says so.
import type { Language } from './languages.ts';

export interface Operator {
  readonly name: Readonly<Record<Language, string>>;
  readonly bin: string;
  /** How people reach it: a telephone, an e-mail address or a Telegram name, as it is to be read. */
  readonly contact: string;
}

export const demoOperator: Operator = {
  name: {
    kk: '«Демо оператор» (ойдан шығарылған)',
    ru: '«Демо-оператор» (вымышленный)',
    en: 'Demo Operator (fictional)',
  },
  bin: '000040000009',
  contact: 'operator@demo.example',
};
