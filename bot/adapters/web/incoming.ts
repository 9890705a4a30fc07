// What a page sent, as an update of the dialogue core. Called by api/chat.
import { type ChatAddress, chatKey } from '../../../engine/kernel/chat.ts';
import type { FileKind, FileRef, IncomingUpdate, Input } from '../../dialogue/update.ts';

export type Wish =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tap'; readonly message: string; readonly data: string }
  | { readonly kind: 'start'; readonly payload: string }
  | { readonly kind: 'file'; readonly file: FileRef; readonly caption: string };

export interface Arrived {
  /** Made by the page; the same wish sent again has the same. */
  readonly id: string;
  readonly order: number;
  readonly address: ChatAddress;
  readonly wish: Wish;
  readonly ownMessage: string | null;
  readonly languageTag: string | null;
  readonly sentAt: Date;
}

export function incomingOf({ wish, sentAt, ...arrived }: Arrived): IncomingUpdate {
  return {
    ...arrived,
    id: `${chatKey(arrived.address)}/${arrived.id}`,
    input: inputOf(wish, arrived.id),
    sentAt: sentAt.toISOString(),
  };
}

function inputOf(wish: Wish, interaction: string): Input {
  if (wish.kind === 'tap') return { ...wish, interaction };
  if (wish.kind === 'start') return { kind: 'command', name: 'start', argument: wish.payload };
  return wish.kind === 'text' ? (command(wish.text) ?? wish) : wish;
}

function command(text: string): Input | null {
  const [whole, name, argument = ''] = /^\/([a-z\d_]+)(?:\s+(.*))?$/isu.exec(text) ?? [];
  if (whole === undefined || name === undefined) return null;
  return { kind: 'command', name: name.toLowerCase(), argument: argument.trim() };
}

/** The kind of a file, from the type that its content shows. */
export function fileKindOf(mime: string): FileKind {
  if (/^image\/(jpeg|png|webp)$/.test(mime)) return 'photo';
  if (mime.startsWith('video/')) return 'video';
  if (mime === 'audio/ogg') return 'voice';
  return mime.startsWith('audio/') ? 'audio' : 'document';
}
