// A Bot API update as what a person did. Called by channel.ts; private chats only.
import type { ChatAddress, Desk } from '../../../engine/kernel/chat.ts';
import type { Clock } from '../../../engine/kernel/clock.ts';
import type { FileKind, FileRef, IncomingUpdate, Input } from '../../dialogue/update.ts';
import {
  type BotChat,
  type BotFile,
  type BotMessage,
  type BotUpdate,
  type BotUser,
  refuseMisshapen,
} from './bot-api.ts';

interface Seen {
  readonly chat: BotChat;
  readonly from: BotUser | undefined;
  readonly input: Input;
  readonly ownMessage: number | null;
  /** Unix seconds; null where Telegram does not tell. */
  readonly date: number | null;
}

/** @returns null for what nobody needs to hear of: groups, channels, pinned messages, an unblocked bot */
export function incoming(update: BotUpdate, desk: Desk, clock: Clock): IncomingUpdate | null {
  refuseMisshapen(update);
  const seen = seenIn(update);
  if (seen?.chat.type !== 'private') return null;
  const address: ChatAddress = { desk, channel: 'telegram', chat: String(seen.chat.id) };
  return {
    id: String(update.update_id),
    order: update.update_id,
    address,
    input: seen.input,
    ownMessage: seen.ownMessage === null ? null : String(seen.ownMessage),
    languageTag: seen.from?.language_code ?? null,
    // A tap carries no time of its own.
    sentAt: (seen.date === null ? clock.now() : new Date(seen.date * 1000)).toISOString(),
  };
}

function seenIn(update: BotUpdate): Seen | null {
  const { message, edited_message: edited, callback_query: tap, my_chat_member: member } = update;
  if (message) {
    const input = inputOf(message);
    return input && { ...origin(message), input, date: message.date };
  }
  if (edited) {
    const input: Input = { kind: 'unsupported', what: 'edited', ...written([edited.text, edited.caption]) };
    return { ...origin(edited), input, date: edited.edit_date ?? edited.date };
  }
  if (tap?.message && tap.data !== undefined) {
    const { chat, message_id } = tap.message;
    const input: Input = { kind: 'tap', data: tap.data, message: String(message_id), interaction: tap.id };
    return { chat, from: tap.from, input, ownMessage: null, date: null };
  }
  if (member?.new_chat_member.status === 'kicked') {
    const { chat, from, date } = member;
    return { chat, from, input: { kind: 'blocked' }, ownMessage: null, date };
  }
  return null;
}

const origin = ({ chat, from, message_id }: BotMessage) => ({ chat, from, ownMessage: message_id });

function inputOf(message: BotMessage): Input | null {
  if (message.text !== undefined) return command(message.text) ?? { kind: 'text', text: message.text };
  const file = fileOf(message);
  if (file) return { kind: 'file', file, caption: message.caption ?? '' };
  const { contact, from } = message;
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter((part) => part !== undefined).join(' ');
    return {
      ...{ kind: 'contact', phone: contact.phone_number, own: contact.user_id === from?.id },
      ...(name !== '' && { name }),
    };
  }
  const what = Object.keys(message).find((key) => !ENVELOPE.has(key)) ?? 'other';
  if (SERVICE.has(what)) return null;
  const { poll } = message;
  const words = [poll?.question, ...(poll?.options ?? []).map((option) => option.text)];
  return { kind: 'unsupported', what: what.replaceAll('_', '-'), ...written(words) };
}

/** Words that no step reads: looked through for what must not be typed. */
function written(words: readonly (string | undefined)[]): { readonly written?: string } {
  const all = words.filter((each) => each !== undefined).join('\n');
  return all === '' ? {} : { written: all };
}

/** `/start@some_bot payload`. Whichever bot it names, in a private chat it is meant for this one. */
function command(text: string): Input | null {
  const [whole, name, argument = ''] = /^\/([a-z\d_]+)(?:@\w+)?(?:\s+(.*))?$/isu.exec(text) ?? [];
  if (whole === undefined || name === undefined) return null;
  return { kind: 'command', name: name.toLowerCase(), argument: argument.trim() };
}

function fileOf(message: BotMessage): FileRef | null {
  const group = message.media_group_id ?? null;
  const { photo, video, document, voice, audio, video_note } = message;
  const found: readonly (readonly [FileKind, BotFile | undefined])[] = [
    ['photo', photo && largest(photo)],
    ['video', video],
    ['document', document],
    ['voice', voice],
    ['audio', audio],
    ['video-note', video_note],
  ];
  for (const [kind, file] of found) {
    if (!file) continue;
    const { file_id: id, file_size: size = null, file_name: name = null } = file;
    const mime = file.mime_type ?? UNTOLD_MIME[kind] ?? null;
    return { kind, id, size, mime, name, group };
  }
  return null;
}

/** Telegram gives a photo in several sizes. */
const largest = (sizes: readonly (BotFile & { readonly width?: number })[]): BotFile | undefined =>
  sizes.reduce<(BotFile & { readonly width?: number }) | undefined>(
    (best, each) => (best && (best.width ?? 0) > (each.width ?? 0) ? best : each),
    undefined,
  );

/** What Telegram makes of these itself, and therefore does not say. */
const UNTOLD_MIME: Partial<Record<FileKind, string>> = { photo: 'image/jpeg', 'video-note': 'video/mp4' };

/** Parts of a message that do not tell what it is. */
const ENVELOPE = new Set([
  ...[
    'message_id',
    'message_thread_id',
    'date',
    'chat',
    'from',
    'sender_chat',
    'via_bot',
    'is_topic_message',
  ],
  ...['reply_to_message', 'external_reply', 'quote', 'forward_origin', 'forward_from', 'forward_date'],
  ...['forward_sender_name', 'forward_from_chat', 'forward_from_message_id', 'forward_signature'],
  ...['is_automatic_forward', 'has_protected_content', 'has_media_spoiler', 'show_caption_above_media'],
  ...['edit_date', 'author_signature', 'effect_id', 'media_group_id', 'reply_markup', 'caption', 'entities'],
  ...['caption_entities', 'link_preview_options', 'is_from_offline', 'business_connection_id'],
]);

/** Notes of Telegram itself: nobody said anything. */
const SERVICE = new Set([
  ...['pinned_message', 'write_access_allowed', 'message_auto_delete_timer_changed', 'chat_background_set'],
  ...['connected_website', 'boost_added', 'proximity_alert_triggered'],
]);
