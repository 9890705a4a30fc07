// Messages and cursors as the page gets them. Types are shared with the page's own code; nothing here runs there.
import type { WebMedia, WebMessage } from '../../engine/store/web-chat.ts';

/** A message on its way to the page. Its id within the chat is `seq`; a higher `rev` of it is the newer form. */
export type WireMessage = Omit<WebMessage, '_id' | 'chat' | 'at' | 'media' | 'revs' | 'order'> & {
  readonly at: string;
  readonly media: readonly WebMedia[];
};

export interface WireChanges {
  readonly chat: string;
  /** True where these are the newest messages of a chat, false where they are what changed since. */
  readonly first: boolean;
  readonly messages: readonly WireMessage[];
}

export interface WireToast {
  readonly chat: string;
  readonly interaction: string;
  readonly text: string | null;
}

export function wireOf({ _id, chat, at, revs, order, ...message }: WebMessage): WireMessage {
  return { ...message, at: at.toISOString() };
}

/** How far each chat was read, as one SSE id: `<chat>:<rev>,<chat>:<rev>`. */
export const encodeCursors = (cursors: ReadonlyMap<string, number>): string =>
  [...cursors].map(([chat, rev]) => `${chat}:${rev}`).join(',');

/** What cannot be read is left out: the chat then begins anew. */
export function decodeCursors(text: string): ReadonlyMap<string, number> {
  const pairs = text
    .split(',')
    .map((pair): [string, number] => [pair.slice(0, pair.lastIndexOf(':')), revOf(pair)]);
  return new Map(pairs.filter(([chat, rev]) => chat !== '' && Number.isSafeInteger(rev)));
}

const revOf = (pair: string): number => Number(/:(\d{1,15})$/.exec(pair)?.[1] ?? Number.NaN);
