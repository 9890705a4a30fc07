// How a bot presents itself: getMe, commands, name, descriptions, menu button, getChat; logOut and close as no-ops.
import type { BotCommand, UserFromGetMe } from 'grammy/types';
import { badRequest } from '../failure.ts';
import { isRecord } from '../request-body.ts';
import type { Method, MethodContext } from './method.ts';
import { knownChat } from './target.ts';

const COMMAND_PARAMS = ['scope', 'language_code'];

function getMe({ bot }: MethodContext): Partial<UserFromGetMe> {
  return {
    ...{ ...bot.profile, is_bot: true, username: bot.username },
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
}

function setMyCommands(context: MethodContext): true {
  const list = context.params.list('commands');
  if (!list) throw badRequest("can't parse commands list");
  if (list.length > 100) throw badRequest('too many commands specified');
  context.bot.commands.set(scopeKey(context), list.map(readCommand));
  return true;
}

function readCommand(raw: unknown): BotCommand {
  if (!isRecord(raw) || typeof raw.command !== 'string' || typeof raw.description !== 'string') {
    throw badRequest("can't parse commands list: command and description must be Strings");
  }
  const command = raw.command.replace(/^\//, '');
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  const description = raw.description.trim();
  if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command, description };
}

function scopeKey({ params }: MethodContext): string {
  const scope = params.object('scope') ?? { type: 'default' };
  const chat = scope.chat_id === undefined ? '' : `:${String(scope.chat_id)}`;
  return `${String(scope.type)}${chat}/${params.text('language_code') ?? ''}`;
}

/** A pair of methods that set and get one text of the bot's profile, per language. */
function profileText(setter: string, getter: string, field: string, limit: number): Record<string, Method> {
  const keyOf = ({ params }: MethodContext) => `${field}/${params.text('language_code') ?? ''}`;
  return {
    [setter]: {
      params: [field, 'language_code'],
      run: (context) => {
        const text = context.params.text(field) ?? '';
        if (text.length > limit) throw badRequest(`${field.replaceAll('_', ' ')} is too long`);
        context.bot.descriptions.set(keyOf(context), text);
        return true;
      },
    },
    [getter]: {
      params: ['language_code'],
      run: (context) => ({ [field]: context.bot.descriptions.get(keyOf(context)) ?? '' }),
    },
  };
}

export const settingsMethods: Readonly<Record<string, Method>> = {
  getMe: { params: [], run: getMe },
  setMyCommands: { params: ['commands', ...COMMAND_PARAMS], run: setMyCommands },
  getMyCommands: {
    params: COMMAND_PARAMS,
    run: (context) => context.bot.commands.get(scopeKey(context)) ?? [],
  },
  deleteMyCommands: {
    params: COMMAND_PARAMS,
    run: (context) => {
      context.bot.commands.delete(scopeKey(context));
      return true;
    },
  },
  ...profileText('setMyName', 'getMyName', 'name', 64),
  ...profileText('setMyDescription', 'getMyDescription', 'description', 512),
  ...profileText('setMyShortDescription', 'getMyShortDescription', 'short_description', 120),
  setChatMenuButton: { params: ['chat_id', 'menu_button'], run: () => true },
  getChat: { params: ['chat_id'], run: getChat },
  logOut: { params: [], run: () => true },
  close: { params: [], run: () => true },
};

function getChat(context: MethodContext): object {
  const conversation = knownChat(context);
  if (!conversation.started) throw badRequest('chat not found');
  return { ...conversation.chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} };
}
