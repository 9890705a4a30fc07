// What is read of the Bot API's updates, for both frameworks: their own types fit these.
// Everything beyond `update_id` is optional, as Telegram adds kinds of updates and messages at any time.

export interface BotUser {
  readonly id: number;
  readonly language_code?: string;
}

export interface BotChat {
  readonly id: number;
  readonly type: string;
}

export interface BotFile {
  readonly file_id: string;
  readonly file_size?: number;
  readonly mime_type?: string;
  readonly file_name?: string;
}

export interface BotMessage {
  readonly message_id: number;
  readonly date: number;
  readonly chat: BotChat;
  readonly from?: BotUser;
  readonly text?: string;
  readonly caption?: string;
  readonly media_group_id?: string;
  readonly photo?: readonly BotFile[];
  readonly document?: BotFile;
  readonly video?: BotFile;
  readonly voice?: BotFile;
  readonly audio?: BotFile;
  readonly video_note?: BotFile;
  readonly contact?: {
    readonly phone_number: string;
    readonly first_name?: string;
    readonly last_name?: string;
    readonly user_id?: number;
  };
  readonly poll?: { readonly question?: string; readonly options?: readonly { readonly text?: string }[] };
}

export interface BotUpdate {
  readonly update_id: number;
  readonly message?: BotMessage;
  readonly edited_message?: BotMessage & { readonly edit_date?: number };
  readonly callback_query?: {
    readonly id: string;
    readonly from: BotUser;
    readonly data?: string;
    readonly message?: { readonly message_id: number; readonly chat: BotChat };
  };
  readonly my_chat_member?: {
    readonly chat: BotChat;
    readonly from: BotUser;
    readonly date: number;
    readonly new_chat_member: { readonly status: string };
  };
}

/** The kinds of updates that are asked for. */
export const WANTED = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for what can be an update; its parts are Telegram's word, read with care. */
export const isUpdate = (value: unknown): value is BotUpdate =>
  isRecord(value) && Number.isSafeInteger(value.update_id);
