// What is read of the Bot API's updates, for both frameworks: their own types fit these.
// Everything beyond `update_id` is optional, as Telegram adds kinds of updates and messages at any time.

import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const optional = Type.Optional;

const user = Type.Object({ id: Type.Integer(), language_code: optional(Type.String()) });
const chat = Type.Object({ id: Type.Integer(), type: Type.String() });

const file = Type.Object({
  file_id: Type.String(),
  file_size: optional(Type.Integer()),
  mime_type: optional(Type.String()),
  file_name: optional(Type.String()),
});

const photo = Type.Object({ ...file.properties, width: optional(Type.Integer()) });

const message = Type.Object({
  message_id: Type.Integer(),
  date: Type.Integer(),
  chat,
  from: optional(user),
  text: optional(Type.String()),
  caption: optional(Type.String()),
  media_group_id: optional(Type.String()),
  photo: optional(Type.Array(photo)),
  document: optional(file),
  video: optional(file),
  voice: optional(file),
  audio: optional(file),
  video_note: optional(file),
  contact: optional(
    Type.Object({
      phone_number: Type.String(),
      first_name: optional(Type.String()),
      last_name: optional(Type.String()),
      user_id: optional(Type.Integer()),
    }),
  ),
  poll: optional(
    Type.Object({
      question: optional(Type.String()),
      options: optional(Type.Array(Type.Object({ text: optional(Type.String()) }))),
    }),
  ),
});

const update = Type.Object({
  update_id: Type.Integer(),
  message: optional(message),
  edited_message: optional(Type.Object({ ...message.properties, edit_date: optional(Type.Integer()) })),
  callback_query: optional(
    Type.Object({
      id: Type.String(),
      from: user,
      data: optional(Type.String()),
      message: optional(Type.Object({ message_id: Type.Integer(), chat })),
    }),
  ),
  my_chat_member: optional(
    Type.Object({
      chat,
      from: user,
      date: Type.Integer(),
      new_chat_member: Type.Object({ status: Type.String() }),
    }),
  ),
});

export type BotUser = Static<typeof user>;
export type BotChat = Static<typeof chat>;
export type BotFile = Static<typeof file>;
export type BotMessage = Static<typeof message>;
export type BotUpdate = Static<typeof update>;

/** The kinds of updates that are asked for. */
export const WANTED = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const checked = Compile(update);

/** @throws TypeError for an update whose parts are not of the kinds that are read; names the place, never what stands there */
export function refuseMisshapen(given: BotUpdate): void {
  if (checked.Check(given)) return;
  const [first] = checked.Errors(given);
  throw new TypeError(`${first?.instancePath ?? ''} ${first?.message ?? 'is not as it should be'}`);
}

/** True for what can be an update; its parts are looked at when it is read. */
export const isUpdate = (value: unknown): value is BotUpdate =>
  isRecord(value) && Number.isSafeInteger(value.update_id);
