// Telegram's HTML subset as text: escaping, measuring, cutting and undoing it.
// Called by texts.ts, the renderer and the adapters; it knows no message and no language.

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const TOKEN = /<\/?([a-z]+)(?![a-z])[^<>]*>|&(#\d+|#x[0-9a-f]+|[a-z]+);|[^<&]+|[<&]/giu;

/**
 * Makes a value safe inside Telegram HTML, and inert for i18next: a person who writes `$t(…)` or `{{…}}` is shown
 * as written.
 */
export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('$t(', '&#36;t(')
    .replaceAll('{{', '&#123;&#123;');
}

/** The text a reader sees: no tags, entities decoded. For button labels and toasts. */
export const plainOfHtml = (html: string): string =>
  tokens(html)
    .map((token) => token.text)
    .join('');

/** How long Telegram takes a text to be, in UTF-16 units: tags do not count, an entity counts as its character. */
export const visibleLength = (html: string): number =>
  tokens(html).reduce((length, token) => length + token.text.length, 0);

/** Shortens to at most `limit` visible UTF-16 units, ending in «…», with every open tag closed. */
export function cutHtml(html: string, limit: number): string {
  if (visibleLength(html) <= limit) return html;
  const open: string[] = [];
  let left = limit - 1;
  let out = '';
  for (const token of tokens(html)) {
    if (token.text.length > left) {
      if (token.raw === token.text) out += cutPlain(token.text, left);
      break;
    }
    left -= token.text.length;
    out += token.raw;
    if (token.opens) open.push(token.opens);
    if (token.closes) open.pop();
  }
  return `${out}…${open
    .reverse()
    .map((tag) => `</${tag}>`)
    .join('')}`;
}

/** Shortens plain text to at most `limit` UTF-16 units without splitting a character. */
export function cutLabel(text: string, limit: number): string {
  return text.length <= limit ? text : `${cutPlain(text, limit - 1)}…`;
}

interface Token {
  readonly raw: string;
  /** What of it is seen. */
  readonly text: string;
  readonly opens?: string;
  readonly closes?: true;
}

function tokens(html: string): readonly Token[] {
  return Array.from(html.matchAll(TOKEN), ([raw, tag, entity]): Token => {
    if (tag && raw.startsWith('</')) return { raw, text: '', closes: true };
    if (tag) return { raw, text: '', opens: tag };
    return { raw, text: entity ? decoded(entity, raw) : raw };
  });
}

function decoded(entity: string, raw: string): string {
  if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()] ?? raw;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : raw;
}

/** Cuts at `limit`, back to the last space where one is near, never inside a surrogate pair. */
function cutPlain(text: string, limit: number): string {
  const high = text.charCodeAt(limit - 1);
  const whole = text.slice(0, high >= 0xd800 && high <= 0xdbff ? limit - 1 : limit);
  const space = whole.lastIndexOf(' ');
  return (space > whole.length - 24 && space > 0 ? whole.slice(0, space) : whole).trimEnd();
}
