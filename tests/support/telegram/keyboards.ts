// Checks reply_markup: inline and reply keyboards, removal, forced reply. Shapes and limits are Telegram's.
import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import { badRequest } from './failure.ts';
import type { Params } from './params.ts';
import { isRecord } from './request-body.ts';

export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

const MAX_BUTTONS = 100;
const MAX_ROW = 8;
const INLINE_KINDS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** The keyboard of a call, or undefined. `warn` hears of what Telegram tolerates but nobody should rely on. */
export function replyMarkup(params: Params, warn: (text: string) => void): ReplyMarkup | undefined {
  const value = params.json('reply_markup');
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw badRequest('object expected as reply markup');
  if ('inline_keyboard' in value) return inlineKeyboard(value, warn);
  if ('keyboard' in value) return replyKeyboard(value);
  if (isRemoval(value) || isForceReply(value)) return value;
  if (Object.keys(value).length === 0) return undefined;
  throw badRequest("can't parse reply keyboard markup JSON object");
}

/** The inline keyboard of an edit; any other kind is refused. */
export function inlineMarkup(params: Params, warn: (text: string) => void): InlineKeyboardMarkup | undefined {
  const markup = replyMarkup(params, warn);
  if (markup === undefined || 'inline_keyboard' in markup) return markup;
  throw badRequest('inline keyboard expected');
}

function inlineKeyboard(
  value: Record<string, unknown>,
  warn: (text: string) => void,
): InlineKeyboardMarkup | undefined {
  const buttons = rows(value.inline_keyboard, 'inline_keyboard', 'InlineKeyboardMarkup').map((row) => {
    if (row.length > MAX_ROW)
      warn(`a row of ${row.length} inline buttons: Telegram shows at most ${MAX_ROW}`);
    return row.filter((button): button is InlineKeyboardButton => checkInlineButton(button, warn));
  });
  if (buttons.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  const filled = buttons.filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

function checkInlineButton(button: unknown, warn: (text: string) => void): boolean {
  const wrong = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
  if (!isRecord(button)) throw wrong('InlineKeyboardButton must be an Object');
  if (typeof button.text !== 'string') throw wrong('Field "text" must be of type String');
  if (button.text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID');
  const kinds = INLINE_KINDS.filter((kind) => button[kind] !== undefined);
  if (kinds.length === 0) throw wrong('Text buttons are unallowed in the inline keyboard');
  if (kinds.length > 1)
    warn(`inline button "${button.text}" has ${kinds.join(' and ')}: exactly one is allowed`);
  for (const name of Object.keys(button)) {
    if (
      name !== 'text' &&
      name !== 'style' &&
      name !== 'icon_custom_emoji_id' &&
      !INLINE_KINDS.includes(name)
    ) {
      warn(`unknown field "${name}" of an inline button`);
    }
  }
  checkCallbackData(button.callback_data);
  checkUrl(button.url);
  checkWebApp(button.web_app);
  return true;
}

function checkCallbackData(data: unknown): void {
  if (data === undefined) return;
  const size = typeof data === 'string' ? Buffer.byteLength(data, 'utf8') : 0;
  if (size < 1 || size > 64) throw badRequest('BUTTON_DATA_INVALID');
}

function checkUrl(url: unknown): void {
  if (url === undefined) return;
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  const isWeb = parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.');
  if (!isWeb && parsed?.protocol !== 'tg:') {
    throw badRequest(`inline keyboard button URL '${String(url)}' is invalid: Wrong HTTP URL`);
  }
}

function checkWebApp(app: unknown): void {
  if (app === undefined) return;
  const url = isRecord(app) && typeof app.url === 'string' ? app.url : '';
  if (!url.startsWith('https://')) {
    throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
  }
}

function replyKeyboard(value: Record<string, unknown>): ReplyKeyboardMarkup {
  const keyboard = rows(value.keyboard, 'keyboard', 'ReplyKeyboardMarkup').map((row) =>
    row.map(keyboardButton),
  );
  if (keyboard.flat().length === 0) throw badRequest('reply keyboard is empty');
  const placeholder = value.input_field_placeholder;
  if (typeof placeholder === 'string' && placeholder.length > 64) {
    throw badRequest('input field placeholder is too long');
  }
  return { ...value, keyboard };
}

function keyboardButton(button: unknown): KeyboardButton {
  if (typeof button === 'string') return keyboardButton({ text: button });
  if (!isKeyboardButton(button)) {
    throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object with a text");
  }
  return button;
}

function isKeyboardButton(value: unknown): value is KeyboardButton & { text: string } {
  return isRecord(value) && typeof value.text === 'string' && value.text.trim() !== '';
}

function rows(value: unknown, field: string, owner: string): unknown[][] {
  if (!Array.isArray(value)) throw badRequest(`field "${field}" of the ${owner} must be an Array`);
  return value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(`field "${field}" of the ${owner} must be an Array of Arrays`);
    return row;
  });
}

const isRemoval = (value: object): value is ReplyKeyboardRemove =>
  'remove_keyboard' in value && value.remove_keyboard === true;
const isForceReply = (value: object): value is ForceReply =>
  'force_reply' in value && value.force_reply === true;
