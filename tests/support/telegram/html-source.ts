// Reads the pieces of Telegram's HTML: tags with their attributes, and character escapes; used by html.ts.
import { type ApiFailure, badRequest } from './failure.ts';

/** Tags that mean one kind of entity. */
export const PLAIN = new Map<
  string,
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'blockquote' | 'code'
>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['tg-spoiler', 'spoiler'],
  ['span', 'spoiler'],
  ['blockquote', 'blockquote'],
  ['code', 'code'],
]);
const OTHER = new Set(['a', 'pre', 'tg-emoji']);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const ESCAPE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));?/y;
const TAG = /<(\/?)([a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[a-zA-Z0-9.-]+))?)*)\s*>/y;
const ATTRIBUTE = /([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.-]+)))?/g;

/** The tag that begins at `at`; throws for unknown and broken ones. */
export function readTag(source: string, at: number) {
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  const closing = source[at + 1] === '/';
  if (!match) {
    const name = /^<\/?([a-zA-Z0-9-]*)/.exec(source.slice(at, at + 40))?.[1]?.toLowerCase() ?? '';
    if (!closing && !isKnown(name))
      throw unparsable(`Unsupported start tag "${name}" at byte offset ${byteOffset(source, at)}`);
    throw unparsable(`Unclosed ${closing ? 'end' : 'start'} tag at byte offset ${byteOffset(source, at)}`);
  }
  const name = (match[2] ?? '').toLowerCase();
  if (!closing && !isKnown(name))
    throw unparsable(`Unsupported start tag "${name}" at byte offset ${byteOffset(source, at)}`);
  const attributes = readAttributes(match[3] ?? '');
  if (name === 'span' && !closing && attributes.get('class') !== 'tg-spoiler') {
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(source, at)}`);
  }
  return { name, closing, attributes, end: at + match[0].length };
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), unescapeAll(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** The character an escape at `at` stands for; an unknown escape is a plain ampersand. */
export function readEscape(source: string, at: number): { text: string; end: number } {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(source);
  if (!match) return { text: '&', end: at + 1 };
  const [whole, decimal, hex, name] = match;
  const end = at + whole.length;
  if (name !== undefined) {
    const char = NAMED[name];
    return char === undefined ? { text: '&', end: at + 1 } : { text: char, end };
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff
    ? { text: String.fromCodePoint(code), end }
    : { text: '&', end: at + 1 };
}

function unescapeAll(value: string): string {
  let text = '';
  for (let at = 0; at < value.length; ) {
    const step = value[at] === '&' ? readEscape(value, at) : { text: value[at] ?? '', end: at + 1 };
    text += step.text;
    at = step.end;
  }
  return text;
}

const isKnown = (name: string): boolean => PLAIN.has(name) || OTHER.has(name);
/** Where Telegram's messages count: UTF-8 bytes before `at`. */
export const byteOffset = (source: string, at: number): number =>
  Buffer.byteLength(source.slice(0, at), 'utf8');
export const unparsable = (reason: string): ApiFailure => badRequest(`can't parse entities: ${reason}`);
