// The entrance to a secure form inside Telegram. The button's secret only shows the entrance; the form is opened by
// Telegram's signed data, for the person in whose chat the button stands.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { chatAddress, chatKey, type Desk } from '../../engine/kernel/chat.ts';
import { enterMiniApp, miniAppOf } from '../../engine/people/mini-app.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { pageLanguage } from '../language.ts';
import { overPage } from './end-page.ts';
import { checkInitData } from './init-data.ts';
import { entrancePage, noEntrancePage } from './mini-app-page.ts';
import { shown, unseen } from './showing.ts';

export interface MiniAppBots {
  /** The token of a desk's bot; undefined where it has none. */
  tokenOf(desk: Desk): string | undefined;
}

interface Secret {
  readonly Params: { readonly secret: string };
}

const schema = { hide: true };

/** @param limits as for other forms that are sent */
export function miniAppRoutes(
  app: FastifyInstance,
  ctx: StoreContext,
  bots: MiniAppBots,
  limits: { readonly rateLimit: { readonly max: number; readonly timeWindow: string } },
): void {
  app.addHook('onSend', async (_request, reply) => allowInTelegram(reply));

  app.get<Secret>('/forms/app/:secret', { schema }, async (request, reply) => {
    const button = await miniAppOf(ctx, request.params.secret);
    if (!button) return shown(reply, 410, overPage(pageLanguage(request)));
    return shown(reply, 200, entrancePage(button.language));
  });

  app.post<Secret>('/forms/app/:secret', { schema, config: limits }, async (request, reply) => {
    const { secret } = request.params;
    const button = await miniAppOf(ctx, secret);
    if (!button) return shown(reply, 410, overPage(pageLanguage(request)));
    const form = await entered(ctx, bots, secret, button.chat, request.body);
    if (form === null) return shown(reply, 403, noEntrancePage(button.language));
    return unseen(reply).redirect(`/forms/${form}`, 303);
  });
}

async function entered(
  ctx: StoreContext,
  bots: MiniAppBots,
  secret: string,
  chat: string,
  body: unknown,
): Promise<string | null> {
  const { desk, channel } = chatAddress(chat);
  const token = bots.tokenOf(desk);
  const given = typeof body === 'object' && body !== null && 'init_data' in body ? body.init_data : null;
  if (token === undefined || typeof given !== 'string') return null;
  const user = checkInitData(given, token, ctx.clock.now());
  if (!user) return null;
  const proof = { chat: chatKey({ desk, channel, chat: user.id }), signature: user.hash };
  const form = await enterMiniApp(ctx, secret, proof);
  return form.ok ? form.value : null;
}

/** Telegram's web client shows Mini Apps in a frame. */
function allowInTelegram(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply
    .removeHeader('x-frame-options')
    .header(
      'content-security-policy',
      policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors https://web.telegram.org'),
    );
}
