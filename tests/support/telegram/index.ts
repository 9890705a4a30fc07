// What tests import of the local Bot API server.

export type { BotAccount as Bot, BotOptions, Call } from './bot-account.ts';
export { type BotApi, type BotApiOptions, startBotApi } from './bot-api.ts';
export type { ButtonWish } from './button-tap.ts';
export type { CallbackAnswer } from './conversation.ts';
export type { Fault, FaultScope } from './faults.ts';
export { samplePhoto } from './sample-photo.ts';
export type { MessageWish, TapOptions, User, WaitForOptions } from './user.ts';
export type { SentFile } from './user-files.ts';
export type { VisibleButton, VisibleMessage } from './visible-message.ts';
export type { Warning } from './world.ts';
