// The words of a certificate as text keys: they follow from its kind, so that a programme only writes the texts.
import { type Text, text } from '../../kernel/message.ts';
import type { Words } from '../layout.ts';
import type { Certificate, CertificateFact } from './store.ts';

/** `credit.completion` → `credit:certificate.completion`. */
const base = (kind: string): string => {
  const dot = kind.indexOf('.');
  return `${kind.slice(0, dot)}:certificate.${kind.slice(dot + 1)}`;
};

/** What kind of certificate it is. */
export const titleOf = ({ kind }: Pick<Certificate, 'kind'>): Text => text(`${base(kind)}.title`);

/** What it certifies, in a sentence. */
export const purposeOf = ({ kind }: Pick<Certificate, 'kind'>): Text => text(`${base(kind)}.purpose`);

export interface FactWords {
  readonly name: string;
  readonly label: Text;
  /** In the reader's language. */
  readonly value: (language: 'kk' | 'ru' | 'en') => Words;
}

export const factWords = ({ kind, facts }: Pick<Certificate, 'kind' | 'facts'>): readonly FactWords[] =>
  facts.map(({ name, value }) => ({
    name,
    label: text(`${base(kind)}.${name}.label`),
    value: (language) => factValue(`${base(kind)}.${name}.value`, value, language),
  }));

/** A number has a text of its own, with its unit; words stand as they were written. */
function factValue(key: string, value: CertificateFact['value'], language: 'kk' | 'ru' | 'en'): Words {
  if (typeof value === 'number') return text(key, { count: value });
  return typeof value === 'string' ? value : value[language];
}
