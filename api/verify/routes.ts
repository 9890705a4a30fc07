// The public check of certificates: by number, as a page in three languages and as JSON. What is shown is what stands on the
// certificate and nothing else. Numbers cannot be guessed, and whoever tries many is stopped.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import Type from 'typebox';
import { readNumber } from '../../engine/documents/certificates/number.ts';
import { certificateByNumber } from '../../engine/documents/certificates/see.ts';
import { certificateStates } from '../../engine/documents/certificates/store.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { withAccess } from '../access.ts';
import { pageLanguage } from '../language.ts';
import { languageOf } from '../routes/asking.ts';
import { civilDay, closed, nullable, word } from '../routes/parts.ts';
import { foundPage, searchPage, unknownPage } from './page.ts';
import { shownCertificate } from './shown.ts';

/** Checks from one address in a minute. */
const CHECKS_A_MINUTE = 60;
const config = { rateLimit: { max: CHECKS_A_MINUTE, timeWindow: '1 minute' } } as const;
const LONGEST = 60;

interface OfNumber {
  readonly Params: { readonly number: string };
}

const sent = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .send(page);

export const verifyRoutes = (ctx: StoreContext): FastifyPluginAsync =>
  withAccess('public', async (app) => {
    const schema = { hide: true };

    app.get<{ Querystring: { number?: unknown } }>('/verify', { schema, config }, async (request, reply) => {
      const typed = String(request.query.number ?? '').slice(0, LONGEST);
      const language = pageLanguage(request);
      if (typed === '') return sent(reply, 200, searchPage(language));
      const number = readNumber(typed);
      return number === null
        ? sent(reply, 404, unknownPage(language, typed))
        : reply.redirect(`/verify/${number}?lang=${language}`, 303);
    });

    app.get<OfNumber>('/verify/:number', { schema, config }, async (request, reply) => {
      const language = pageLanguage(request);
      const typed = request.params.number.slice(0, LONGEST);
      const found = await certificateByNumber(ctx, typed);
      return found
        ? sent(reply, 200, foundPage(language, found))
        : sent(reply, 404, unknownPage(language, typed));
    });
  });

const fact = Type.Object({ name: Type.String(), label: Type.String(), value: Type.String() });
const answer = Type.Object({
  number: Type.String(),
  kind: Type.String(),
  title: Type.String({ description: "In the reader's language (Accept-Language)." }),
  state: word(certificateStates),
  issuedOn: civilDay,
  holder: nullable(Type.String({ description: 'As it stands on the certificate.' })),
  facts: Type.Array(fact),
  detailsErased: Type.Boolean({ description: 'True where the holder had their data erased.' }),
});
const schema = {
  operationId: 'verifyCertificate',
  tags: ['documents'],
  summary: 'What a certificate says, by its number; 404 for a number that was never given',
  security: [],
  params: Type.Object({ number: Type.String({ minLength: 1, maxLength: LONGEST }) }, closed),
  response: { 200: answer },
};

export const verifyResource =
  (ctx: StoreContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const open = { access: 'public', ...config } as const;
    app.get('/verify/:number', { schema, config: open }, async (request, reply) => {
      const found = await certificateByNumber(ctx, request.params.number);
      if (!found) throw new AppError('not-found', 'no certificate has this number');
      reply.header('cache-control', 'no-store').header('vary', 'accept-language');
      return shownCertificate(found, languageOf(request));
    });
  };
