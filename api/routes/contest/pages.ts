// The contest's public pages, beneath /contest: the contest itself, its winners with their consent, and the code that leads
// to a vote. A winner without consent is answered like one that never was.
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { AppError } from '../../../engine/kernel/errors.ts';
import { loadMedia } from '../../../engine/media/store.ts';
import {
  collegeName,
  type PublicWinner,
  publicWinner,
  publicWinners,
  shownEdition,
  voteLink,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { withAccess } from '../../access.ts';
import { pageLanguage } from '../../language.ts';
import { infoPage } from './info-page.ts';
import { voteCode, votePage } from './vote-page.ts';
import { winnerPage } from './winner-page.ts';

interface OfId {
  readonly Params: { readonly id: string };
}

const schema = { hide: true };

const sent = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-language')
    .send(page);

export const pages = (engine: EngineContext): FastifyPluginAsync =>
  withAccess('public', async (app) => {
    app.get('', { schema }, async (request, reply) => {
      const edition = await shownEdition(engine);
      if (!edition) throw new AppError('not-found', 'no edition has been announced yet');
      return sent(reply, infoPage(pageLanguage(request), edition, await publicWinners(engine, edition._id)));
    });

    app.get<OfId>('/winners/:id', { schema }, async (request, reply) => {
      const winner = await winnerOrNothing(engine, request.params.id);
      const language = pageLanguage(request);
      const { collegeKk, collegeRu, collegeEn } = await collegeName(engine, winner.college);
      const college = { kk: collegeKk, ru: collegeRu, en: collegeEn }[language];
      return sent(reply, winnerPage(language, winner, college));
    });

    app.get<OfId>('/winners/:id/photo', { schema }, async (request, reply) => {
      const { photo } = await winnerOrNothing(engine, request.params.id);
      const file = await loadMedia(engine, photo);
      if (!file) throw new AppError('not-found', 'the photo is gone');
      return reply
        .type(file.record.mime)
        .header('cache-control', 'no-cache')
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(file.bytes));
    });

    app.get<OfId>('/vote/:id', { schema }, async (request, reply) => {
      const link = await linkOrNothing(engine, request.params.id);
      return sent(reply, votePage(pageLanguage(request), request.params.id, link));
    });

    app.get<OfId>('/vote/:id/code.svg', { schema }, async (request, reply) =>
      reply
        .type('image/svg+xml')
        .header('cache-control', 'no-cache')
        .send(await voteCode(await linkOrNothing(engine, request.params.id))),
    );
  });

async function winnerOrNothing(engine: EngineContext, id: string): Promise<PublicWinner> {
  const winner = await publicWinner(engine, id);
  if (winner) return winner;
  throw new AppError('not-found', 'no winner has a page there');
}

async function linkOrNothing(engine: EngineContext, id: string): Promise<string> {
  const link = await voteLink(engine, id);
  if (link) return link;
  throw new AppError('not-found', 'nobody is voted for there');
}
