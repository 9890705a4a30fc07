// What a Bot API method is to this server: the parameters it knows and what it does.
import type { BotAccount } from '../bot-account.ts';
import type { Params } from '../params.ts';
import type { World } from '../world.ts';

export interface MethodContext {
  readonly world: World;
  readonly bot: BotAccount;
  readonly params: Params;
  warn(text: string): void;
  /** Registers what to do when the client hangs up before the answer. */
  onHangUp(callback: () => void): void;
  /** What to do with a call that a bot makes in its answer to a webhook delivery. */
  onWebhookReply(contentType: string, body: Buffer): Promise<void>;
}

export interface Method {
  /** Every parameter the Bot API documents for it; others are warned about. */
  readonly params: readonly string[];
  run(context: MethodContext): unknown;
}

/** A result that Telegram accompanies with a description. */
export class Described {
  readonly result: unknown;
  readonly description: string;

  constructor(result: unknown, description: string) {
    this.result = result;
    this.description = description;
  }
}

/** Parameters of every send method. */
export const SEND_PARAMS = [
  'business_connection_id',
  'chat_id',
  'message_thread_id',
  'direct_messages_topic_id',
  'disable_notification',
  'protect_content',
  'allow_paid_broadcast',
  'message_effect_id',
  'suggested_post_parameters',
  'reply_parameters',
  'reply_markup',
] as const;

export const CAPTION_PARAMS = [
  'caption',
  'parse_mode',
  'caption_entities',
  'show_caption_above_media',
] as const;
