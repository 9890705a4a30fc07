// A chat's own document: where its dialogue stands, the bot's newest message in it, and which process is at it now.
// Sessions, turns and last messages each write their own fields of it; nothing else does.
import Type from 'typebox';
import { collection, Instant, Json, nullable } from './model.ts';

/** How the chat keys of the staff's desk begin. */
export const AT_STAFF_DESK = /^staff\./;

export const chats = collection(
  'chats',
  Type.Object({
    _id: Type.String(),
    /** 0 until a session is saved. */
    rev: Type.Integer(),
    session: Json,
    lastMessage: nullable(Type.String()),
    at: Instant,
    /** The process whose turn it is, and until when it is believed to live. */
    owner: Type.Optional(nullable(Type.String())),
    until: Type.Optional(nullable(Instant)),
    /** Another process came meanwhile: something may wait that the owner has not seen. */
    awaited: Type.Optional(Type.Boolean()),
  }),
  // Of whom and what its last words speak.
  [{ fields: { 'session.about': 1 } }],
);
