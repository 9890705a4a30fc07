// Telegram's HTML parse mode, strict: unknown tags, bad nesting and unclosed tags are refused as Telegram refuses them.
import type { MessageEntity } from 'grammy/types';
import { byteOffset, PLAIN, readEscape, readTag, unparsable } from './html-source.ts';

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

function close(
  open: OpenTag[],
  name: string,
  { source, at, text }: { source: string; at: number; text: string },
  entities: MessageEntity[],
): void {
  const tag = open.pop();
  if (!tag) throw unparsable(`Unexpected end tag at byte offset ${byteOffset(source, at)}`);
  if (name !== '' && tag.name !== name) {
    throw unparsable(
      `Unmatched end tag at byte offset ${byteOffset(source, at)}, expected "</${tag.name}>", found "</${name}>"`,
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

function isLink(url: string): boolean {
  return (
    /^(?:https?:\/\/|tg:\/\/|mailto:|tel:)\S+$/i.test(url) || /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\S*$/u.test(url)
  );
}
