// Telegram's HTML parse mode, strict: unknown tags, bad nesting and unclosed tags are refused as Telegram refuses them.
import type { MessageEntity } from 'grammy/types';
import { badRequest } from './failure.ts';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
  readonly at: number;
}

const PLAIN = new Map<
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

/** Parses HTML as Telegram does. Offsets and lengths are UTF-16 units. Throws "can't parse entities: …". */
export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source[at];
    if (char === '<') {
      const tag = readTag(source, at);
      if (tag.closing) close(open, tag.name, { source, at, text }, entities);
      else open.push({ name: tag.name, attributes: tag.attributes, offset: text.length, at });
      at = tag.end;
    } else if (char === '&') {
      const decoded = readEscape(source, at);
      text += decoded.text;
      at = decoded.end;
    } else {
      text += char;
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: inOrder(entities) };
}

function readTag(source: string, at: number) {
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  const closing = source[at + 1] === '/';
  if (!match) {
    const name = /^<\/?([a-zA-Z0-9-]*)/.exec(source.slice(at, at + 40))?.[1]?.toLowerCase() ?? '';
    if (!closing && !isKnown(name))
      throw unparsable(`Unsupported start tag "${name}" at byte offset ${bytes(source, at)}`);
    throw unparsable(`Unclosed ${closing ? 'end' : 'start'} tag at byte offset ${bytes(source, at)}`);
  }
  const name = (match[2] ?? '').toLowerCase();
  if (!closing && !isKnown(name))
    throw unparsable(`Unsupported start tag "${name}" at byte offset ${bytes(source, at)}`);
  const attributes = readAttributes(match[3] ?? '');
  if (name === 'span' && !closing && attributes.get('class') !== 'tg-spoiler') {
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${bytes(source, at)}`);
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

function close(
  open: OpenTag[],
  name: string,
  { source, at, text }: { source: string; at: number; text: string },
  entities: MessageEntity[],
): void {
  const tag = open.pop();
  if (!tag) throw unparsable(`Unexpected end tag at byte offset ${bytes(source, at)}`);
  if (name !== '' && tag.name !== name) {
    throw unparsable(
      `Unmatched end tag at byte offset ${bytes(source, at)}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  if (text.length === tag.offset) return;
  const entity = toEntity(tag, text, open.at(-1)?.name === 'pre');
  if (!entity) return;
  if (entity.type === 'pre' && absorbCode(entity, entities)) return;
  entities.push(entity);
}

function toEntity(tag: OpenTag, text: string, insidePre: boolean): MessageEntity | undefined {
  const { offset } = tag;
  const length = text.length - offset;
  if (tag.name === 'blockquote' && tag.attributes.has('expandable')) {
    return { type: 'expandable_blockquote', offset, length };
  }
  const plain = PLAIN.get(tag.name);
  if (plain === 'code') {
    const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1];
    // The language of a code block is written on <code> inside <pre>: carried there until <pre> closes.
    return language === undefined || !insidePre
      ? { type: 'code', offset, length }
      : { type: 'pre', offset, length, language };
  }
  if (plain) return { type: plain, offset, length };
  if (tag.name === 'pre') return { type: 'pre', offset, length };
  if (tag.name === 'tg-emoji') {
    const id = tag.attributes.get('emoji-id');
    return id === undefined ? undefined : { type: 'custom_emoji', offset, length, custom_emoji_id: id };
  }
  const url = tag.attributes.get('href') ?? text.slice(offset, offset + length);
  return isLink(url) ? { type: 'text_link', offset, length, url } : undefined;
}

/** True when a <code> with the same span was already turned into this block. */
function absorbCode(pre: MessageEntity, entities: MessageEntity[]): boolean {
  const last = entities.at(-1);
  if (last && last.offset === pre.offset && last.length === pre.length) {
    if (last.type === 'pre') return true;
    if (last.type === 'code') entities.pop();
  }
  return false;
}

function inOrder(entities: MessageEntity[]): MessageEntity[] {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  const code = sorted.filter((entity) => entity.type === 'code' || entity.type === 'pre');
  if (code.length === 0) return sorted;
  return sorted.filter((entity) => code.includes(entity) || !code.some((block) => isWithin(entity, block)));
}

const isWithin = (inner: MessageEntity, outer: MessageEntity): boolean =>
  inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length;

function readEscape(source: string, at: number): { text: string; end: number } {
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

function isLink(url: string): boolean {
  return (
    /^(?:https?:\/\/|tg:\/\/|mailto:|tel:)\S+$/i.test(url) || /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\S*$/u.test(url)
  );
}

const isKnown = (name: string): boolean => PLAIN.has(name) || OTHER.has(name);
const bytes = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at), 'utf8');
const unparsable = (reason: string) => badRequest(`can't parse entities: ${reason}`);
