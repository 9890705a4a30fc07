// HTML from templates in which every value is escaped, unless it is HTML already.

/** A piece of HTML. Only `html` makes one, so that nothing unescaped gets in. */
export class Html {
  readonly #source: string;

  constructor(parts: readonly string[], values: readonly HtmlValue[]) {
    this.#source = parts
      .map((part, index) => (index === 0 ? part : `${shown(values[index - 1])}${part}`))
      .join('');
  }

  toString(): string {
    return this.#source;
  }
}

/** Nothing is shown for null, undefined and false. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Html(parts, values);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function shown(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(shown).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
