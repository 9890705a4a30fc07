// getUpdates by long polling, and setting, removing and showing a webhook.
import type { Update, WebhookInfo } from 'grammy/types';
import { badRequest, conflict } from '../failure.ts';
import type { Params } from '../params.ts';
import { WebhookSender } from '../webhook.ts';
import { Described, type Method, type MethodContext } from './method.ts';

function getUpdates(context: MethodContext): Promise<Update[]> {
  const { bot, params } = context;
  if (bot.webhook) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  allowUpdates(context);
  return bot.updates.poll({
    offset: params.integer('offset') ?? 0,
    limit: Math.min(Math.max(params.integer('limit') ?? 100, 1), 100),
    timeoutMs: Math.min(Math.max(params.integer('timeout') ?? 0, 0), 50) * 1000,
    onHangUp: context.onHangUp,
  });
}

async function setWebhook(context: MethodContext): Promise<Described> {
  const { bot, params, world } = context;
  const url = params.text('url') ?? '';
  if (url === '') return deleteWebhook(context);
  checkUrl(url);
  const settings = {
    url,
    secret: secretToken(params),
    maxConnections: Math.min(Math.max(params.integer('max_connections') ?? 40, 1), 100),
    ipAddress: params.text('ip_address'),
  };
  allowUpdates(context);
  if (params.flag('drop_pending_updates')) bot.updates.drop();
  await bot.webhook?.stop();
  bot.updates.interrupt('terminated by setWebhook request');
  const sender = new WebhookSender(settings, bot.updates, {
    now: world.now,
    onReply: context.onWebhookReply,
  });
  bot.webhook = sender;
  sender.start();
  return new Described(true, 'Webhook was set');
}

async function deleteWebhook({ bot, params }: MethodContext): Promise<Described> {
  if (params.flag('drop_pending_updates')) bot.updates.drop();
  const { webhook } = bot;
  bot.webhook = undefined;
  await webhook?.stop();
  return new Described(true, webhook ? 'Webhook was deleted' : 'Webhook is already deleted');
}

function getWebhookInfo({
  bot,
}: MethodContext): Omit<WebhookInfo, 'allowed_updates'> & { allowed_updates?: readonly string[] } {
  const { webhook, updates } = bot;
  const allowed = updates.allowed;
  return {
    url: webhook?.settings.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.queued().length,
    ...(allowed === undefined ? {} : { allowed_updates: allowed }),
    ...(webhook === undefined ? {} : { max_connections: webhook.settings.maxConnections }),
    ...(webhook?.settings.ipAddress === undefined ? {} : { ip_address: webhook.settings.ipAddress }),
    ...(webhook?.lastError === undefined
      ? {}
      : { last_error_date: webhook.lastError.date, last_error_message: webhook.lastError.message }),
  };
}

/** Absent keeps the earlier choice; an empty list returns to the default. */
function allowUpdates({ bot, params }: MethodContext): void {
  const kinds = params.list('allowed_updates');
  if (kinds) bot.updates.allow(kinds.filter((kind) => typeof kind === 'string'));
}

function checkUrl(url: string): void {
  if (!URL.canParse(url)) throw badRequest('bad webhook: Failed to resolve host');
  const { hostname, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  // Telegram wants HTTPS and a public host; this server never leaves the machine it runs on.
  if (!/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) {
    throw badRequest('bad webhook: the local server delivers to loopback addresses only');
  }
}

function secretToken(params: Params): string | undefined {
  const secret = params.text('secret_token');
  if (secret === undefined || secret === '') return undefined;
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
  return secret;
}

export const updateMethods: Readonly<Record<string, Method>> = {
  getUpdates: { params: ['offset', 'limit', 'timeout', 'allowed_updates'], run: getUpdates },
  setWebhook: {
    params: [
      'url',
      'certificate',
      'ip_address',
      'max_connections',
      'allowed_updates',
      'drop_pending_updates',
      'secret_token',
    ],
    run: setWebhook,
  },
  deleteWebhook: { params: ['drop_pending_updates'], run: deleteWebhook },
  getWebhookInfo: { params: [], run: getWebhookInfo },
};
