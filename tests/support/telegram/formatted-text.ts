// Text and caption fields of a call: parse mode, trimming, limits, and the entities Telegram finds by itself.
import type { MessageEntity } from 'grammy/types';
import { badRequest } from './failure.ts';
import { type FormattedText, parseHtml } from './html.ts';
import type { Params } from './params.ts';
import { isRecord } from './request-body.ts';

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

export interface SentText extends FormattedText {
  /** What the bot wrote, tags included. */
  readonly source: string;
}

/** Message text, 1–4096 UTF-16 units after parsing. */
export function messageText(params: Params): SentText {
  const sent = formatted(params, 'text', 'entities');
  if (!sent || sent.text === '') throw badRequest('message text is empty');
  if (sent.text.length > TEXT_LIMIT) throw badRequest('message is too long');
  return sent;
}

/** Caption, at most 1024 UTF-16 units after parsing; undefined when there is none. */
export function caption(params: Params): SentText | undefined {
  const sent = formatted(params, 'caption', 'caption_entities');
  if (!sent || sent.text === '') return undefined;
  if (sent.text.length > CAPTION_LIMIT) throw badRequest('message caption is too long');
  return sent;
}

function formatted(params: Params, field: string, entityField: string): SentText | undefined {
  // A multipart body ends every line with CRLF; Telegram drops the CR.
  const source = params.text(field)?.replaceAll('\r', '');
  if (source === undefined) return undefined;
  const mode = (params.text('parse_mode') ?? '').toLowerCase();
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode');
  const given =
    mode === 'html' ? parseHtml(source) : { text: source, entities: givenEntities(params, entityField) };
  const trimmed = trim(given);
  return { ...trimmed, entities: withDetected(trimmed), source };
}

function givenEntities(params: Params, field: string): MessageEntity[] {
  const list = params.list(field) ?? [];
  return list.filter((entity, index): entity is MessageEntity => {
    if (
      isRecord(entity) &&
      typeof entity.type === 'string' &&
      Number.isInteger(entity.offset) &&
      Number.isInteger(entity.length)
    ) {
      return true;
    }
    throw badRequest(`can't parse entities: wrong MessageEntity at position ${index}`);
  });
}

function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const fitted = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset - start + entity.length, kept.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: kept, entities: fitted };
}

const DETECTED = [
  ['bot_command', /(?<![\w/])\/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{5,32})?/g],
  ['url', /https?:\/\/[^\s<>"]+/g],
  ['email', /[\w.+-]+@[\w-]+\.[\w.-]*\w/g],
  ['mention', /(?<![\w/@])@[A-Za-z]\w{3,31}/g],
  ['hashtag', /(?<![\p{L}\d_&])#[\p{L}\d_]+/gu],
] as const;

/** Adds commands, links, addresses, mentions and hashtags, where nothing is marked already. */
export function withDetected({ text, entities }: FormattedText): MessageEntity[] {
  const all = [...entities];
  const taken = entities.filter(({ type }) => type === 'code' || type === 'pre' || type === 'text_link');
  for (const [type, pattern] of DETECTED) {
    for (const match of text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length };
      if (taken.some((other) => overlaps(other, found))) continue;
      all.push(found);
      taken.push(found);
    }
  }
  return all.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

const overlaps = (a: Span, b: Span): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
