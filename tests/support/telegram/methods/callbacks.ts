// answerCallbackQuery: what a person sees after a tap.
import { badRequest } from '../failure.ts';
import type { Method, MethodContext } from './method.ts';

const TEXT_LIMIT = 200;
const ANSWER_WITHIN_MS = 60_000;

function answerCallbackQuery({ world, bot, params, warn }: MethodContext): true {
  const queryId = params.text('callback_query_id');
  if (queryId === undefined || queryId === '') throw badRequest('callback_query_id is empty');
  const text = params.text('text') ?? '';
  if (text.length > TEXT_LIMIT) throw badRequest('MESSAGE_TOO_LONG');
  const query = bot.callbacks.get(queryId);
  if (!query || world.now().getTime() - query.at.getTime() > ANSWER_WITHIN_MS) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (query.answered) warn('the callback query was answered before');
  query.answered = true;
  const url = params.text('url');
  const answer = { queryId, text, alert: params.flag('show_alert') };
  query.conversation.answers.push(url === undefined ? answer : { ...answer, url });
  query.conversation.touch();
  query.conversation.notify();
  return true;
}

export const callbackMethods: Readonly<Record<string, Method>> = {
  answerCallbackQuery: {
    params: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
    run: answerCallbackQuery,
  },
};
