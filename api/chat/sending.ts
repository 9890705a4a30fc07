// POST /chat/messages and /chat/files: what a person writes, taps or attaches. Stored as their message, then given to
// the desk's receiver. Sending the same wish again (same id) does nothing new.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { incomingOf, type Wish } from '../../bot/adapters/web/incoming.ts';
import type { Expecting } from '../../bot/dialogue/conversation.ts';
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import { text } from '../../engine/kernel/message.ts';
import { normaliseTyped } from '../../engine/kernel/typed-text.ts';
import { uploadGate } from '../../engine/media/upload-limits.ts';
import { appendMessage, nextOrder, type WebMedia } from '../../engine/store/web-chat.ts';
import { escapeHtml } from '../../locales/html.ts';
import { addressOf, bodyLength } from '../asker.ts';
import { languageOf } from '../routes/asking.ts';
import { closed } from '../routes/parts.ts';
import type { Live } from './live.ts';
import type { ChatParts } from './parts.ts';
import { ChatProblem } from './problem.ts';
import { readUpload, refusal } from './upload.ts';
import type { Visitors } from './visitor.ts';

/** UTF-16 units, as in Telegram. */
const LONGEST = 4096;

/** Files a minute from one address: a whole group may sit in one room, each with an album. */
const UPLOADS = 120;

const wishId = Type.String({ pattern: '^[\\w-]{8,64}$' });

const sendBody = Type.Object(
  {
    id: wishId,
    chat: Type.Optional(Type.String({ maxLength: 100 })),
    text: Type.Optional(Type.String()),
    tap: Type.Optional(
      Type.Object(
        {
          message: Type.String({ pattern: '^\\d{1,15}$' }),
          data: Type.String({ minLength: 1, maxLength: 64 }),
        },
        closed,
      ),
    ),
    start: Type.Optional(Type.String({ pattern: '^[\\w-]{0,64}$' })),
  },
  closed,
);
type SendBody = Static<typeof sendBody>;

interface Sent {
  readonly id: string;
  readonly address: ChatAddress;
  readonly wish: Wish;
  readonly media: readonly WebMedia[];
}

export function sendingRoutes(app: FastifyInstance, parts: ChatParts, visitors: Visitors, live: Live): void {
  const take = taker(parts, live);

  app.post<{ Body: SendBody }>(
    '/chat/messages',
    { bodyLimit: 4 * 1024 ** 2, schema: { body: sendBody, hide: true } },
    async (request, reply) => {
      const address = visitors.chatOf(request, request.body.chat);
      const wish = wishOf(request.body);
      reply.code(202);
      return take(request, { id: request.body.id, address, wish, media: [] });
    },
  );

  const config = { rateLimit: { max: UPLOADS } };
  const gate = uploadGate(parts.ctx, parts.uploads);
  app.post('/chat/files', { config, schema: { hide: true } }, async (request, reply) => {
    const who = { person: visitors.nameOf(request), address: addressOf(request) };
    const entered = await gate.enter(who, bodyLength(request));
    if (!entered.ok) throw refusal(entered.reasons[0]);
    let bytes = 0;
    try {
      const chatOf = (key: string | undefined) => visitors.chatOf(request, key);
      const { expected = nothingExpected, ctx } = parts;
      const { id, chat, caption, attached } = await readUpload({ ctx, expected, chatOf }, request);
      bytes = attached?.file.size ?? 0;
      reply.code(202);
      const wish: Wish = attached
        ? { kind: 'file', file: attached.file, caption }
        : { kind: 'text', text: caption };
      return await take(request, { id, address: chat, wish, media: attached ? [attached.media] : [] });
    } finally {
      await entered.value.leave(bytes);
    }
  });
}

const nothingExpected: Expecting['expected'] = async () => ({ files: [], album: null });

/** @throws ChatProblem for a text that is empty or too long */
function wishOf({ text: written, tap, start }: SendBody): Wish {
  if (tap) return { kind: 'tap', ...tap };
  if (start !== undefined) return { kind: 'start', payload: start };
  const said = normaliseTyped(written ?? '');
  if (said === '') throw new ChatProblem('invalid-input', text('web:problem.empty'));
  if (said.length > LONGEST) {
    const params = { length: said.length, limit: LONGEST };
    throw new ChatProblem('too-large', text('common:input.too-long', params));
  }
  return { kind: 'text', text: said };
}

function taker({ ctx, receivers }: ChatParts, live: Live) {
  return async (
    request: FastifyRequest,
    { id, address, wish, media }: Sent,
  ): Promise<{ seq: number | null }> => {
    const chat = chatKey(address);
    const html =
      wish.kind === 'text' ? escapeHtml(wish.text) : wish.kind === 'file' ? escapeHtml(wish.caption) : '';
    const isSaid = wish.kind === 'text' || wish.kind === 'file';
    const own = isSaid
      ? await appendMessage(ctx, chat, { from: 'person', ref: id, html, buttons: [], media: [...media] })
      : null;
    if (own) live.changed(chat);
    await receivers[address.desk].accept(
      incomingOf({
        ...{ id, address, wish },
        order: own?.order ?? (await nextOrder(ctx, chat)),
        ownMessage: own && String(own.seq),
        languageTag: languageOf(request),
        sentAt: ctx.clock.now(),
      }),
    );
    return { seq: own?.seq ?? null };
  };
}
