// GET /chat/media/:id: a picture or file, for those who have a chat that shows it.
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { text } from '../../engine/kernel/message.ts';
import { shownMedia } from '../../engine/store/web-chat.ts';
import { readWebFile } from '../../engine/store/web-files.ts';
import { fileName } from '../attachment.ts';
import { closed } from '../routes/parts.ts';
import type { ChatParts } from './parts.ts';
import { ChatProblem } from './problem.ts';
import type { Visitors } from './visitor.ts';

const params = Type.Object({ id: Type.String({ pattern: '^[a-z0-9]{8,32}$' }) }, closed);

/** Types that a browser may show; anything else is only ever saved to disk. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|video\/(mp4|webm)|audio\/(ogg|mpeg|mp4))$/;

export function mediaRoutes(app: FastifyInstance, { ctx }: ChatParts, visitors: Visitors): void {
  app.get<{ Params: Static<typeof params> }>(
    '/chat/media/:id',
    { schema: { params, hide: true } },
    async (request, reply) => {
      const chats = [...visitors.chatsOf(request).keys()];
      const shown = await shownMedia(ctx, chats, request.params.id);
      const bytes = shown && (await readWebFile(ctx, shown.id));
      if (!bytes) throw new ChatProblem('not-found', text('web:problem.not-found'));
      const isShown = SHOWN.test(shown.mime);
      return reply
        .type(isShown ? shown.mime : 'application/octet-stream')
        .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; ${fileName(shown.name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(bytes);
    },
  );
}
