// Secure forms, opened by a one-time link from the chat. The link's secret is all that is needed and all that protects
// a form: it is never logged, and nothing of a form is kept by a browser. What each form asks stands in its own file.
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Reason } from '../../engine/kernel/result.ts';
import { acceptedTypes } from '../../engine/media/accept.ts';
import { receiveFile } from '../../engine/media/incoming.ts';
import { discardStaged, stageMedia } from '../../engine/media/store.ts';
import { type UploadLimits, uploadGate, usualUploads } from '../../engine/media/upload-limits.ts';
import { secureFormOf } from '../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { SignatureVerifier } from '../../engine/signatures/port.ts';
import { withAccess } from '../access.ts';
import { addressOf, bodyLength } from '../asker.ts';
import { Download, handedOut } from '../downloads/download.ts';
import { pageLanguage } from '../language.ts';
import { doneAddress, donePage, overPage } from './end-page.ts';
import type { FormCase } from './kind.ts';
import { kinds } from './kinds.ts';
import { type MiniAppBots, miniAppRoutes } from './mini-app.ts';
import { LARGEST_FILES, readSent, type Sent, type Stage } from './sent.ts';
import { shown, unseen } from './showing.ts';
import { surveyRoutes } from './survey/routes.ts';

/** Bytes of a form without files. */
const FORM_LIMIT = 8_192;
/** Forms sent from one address in a minute. Whole schools share one. */
const SENT_A_MINUTE = 120;

const tooLarge: Reason = { code: 'common.files-too-large', params: { megabytes: LARGEST_FILES } };

interface Secret {
  readonly Params: { readonly secret: string };
}

/**
 * @param demo offers made-up numbers
 * @param signatures checks them; null where this deployment cannot
 * @param bots whose buttons open forms inside Telegram; null where the public address is not https
 */
export const formRoutes = (
  ctx: EngineContext,
  demo: boolean,
  bots: MiniAppBots | null = null,
  signatures: SignatureVerifier | null = null,
  uploads: UploadLimits = usualUploads,
): FastifyPluginAsync =>
  withAccess('public', async (app) => {
    await readForms(app);
    const schema = { hide: true };
    const config = { rateLimit: { max: SENT_A_MINUTE, timeWindow: '1 minute' } };

    const gate = uploadGate(ctx, uploads);
    const stage: Stage = (file) =>
      receiveFile(file, acceptedTypes.documents, (accepted, content) => stageMedia(ctx, accepted, content));
    surveyRoutes(app, ctx, config.rateLimit);

    if (bots) miniAppRoutes(app, ctx, bots, config);

    const opened = async (secret: string): Promise<FormCase<EngineContext> | null> => {
      const form = await secureFormOf(ctx, secret);
      return form && { ctx, form, secret, demo, signatures };
    };
    const over = (request: FastifyRequest, reply: FastifyReply) =>
      shown(reply, 410, overPage(pageLanguage(request)));

    app.get<{ Querystring: { of?: unknown } }>('/forms/done', { schema }, async (request, reply) =>
      shown(reply, 200, donePage(request.query.of, pageLanguage(request))),
    );

    app.get<Secret>('/forms/:secret', { schema }, async (request, reply) => {
      const form = await opened(request.params.secret);
      if (!form) return over(request, reply);
      return shown(reply, 200, await kinds[form.form.kind].show(form, {}, []));
    });

    app.get<Secret>('/forms/:secret/text', { schema }, async (request, reply) => {
      const form = await opened(request.params.secret);
      const text = form && (await kinds[form.form.kind].text?.(form));
      if (!text) return over(request, reply);
      return unseen(reply)
        .type('text/plain; charset=utf-8')
        .header('content-disposition', 'attachment; filename="qadam.txt"')
        .send(text);
    });

    app.post<Secret>('/forms/:secret', { schema, config }, async (request, reply) => {
      const form = await opened(request.params.secret);
      if (!form) return over(request, reply);
      const of = kinds[form.form.kind];
      const who = { person: form.form.person, address: addressOf(request) };
      const entered = request.isMultipart() ? await gate.enter(who, bodyLength(request)) : null;
      if (entered?.ok === false) return shown(reply, 429, await of.show(form, {}, entered.reasons));
      let bytes = 0;
      try {
        const sent = await readSent(request, of.limits, stage);
        bytes = sent.staged.reduce((sum, { size }) => sum + size, 0);
        if (!sent.tooLarge) return await ended(reply, form, sent);
        await discardStaged(ctx, sent.staged);
        return shown(reply, 413, await of.show(form, sent.fields, [tooLarge]));
      } finally {
        await entered?.value.leave(bytes);
      }
    });
  });

/** Keeps what was sent, and answers with what came of it. */
async function ended(reply: FastifyReply, form: FormCase<EngineContext>, sent: Sent): Promise<FastifyReply> {
  const { kind, language } = form.form;
  const kept = await kinds[kind].keep(form, sent);
  if (kept.ok && kept.value instanceof Download) return handedOut(reply, kept.value);
  // By another address: a reload neither sends the numbers again nor shows them.
  if (kept.ok) return unseen(reply).redirect(doneAddress(kind, language), 303);
  const { reasons } = kept;
  if (reasons.some(({ code }) => code === 'common.link-used')) return shown(reply, 410, overPage(language));
  return shown(reply, 422, await kinds[kind].show(form, sent.fields, reasons));
}

async function readForms(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    async (_request: unknown, body: unknown) => Object.fromEntries(new URLSearchParams(String(body))),
  );
}
