// Pages to show or print at an event, beneath /grant/code: the QR code that leads to a list or a survey. They name nobody.
import type { FastifyPluginAsync } from 'fastify';
import QRCode from 'qrcode';
import { AppError } from '../../../engine/kernel/errors.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type EventLinkKind,
  eventInLink,
  eventLink,
  findGathering,
  findQuestionnaire,
} from '../../../engine/programmes/grant/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import { pageLanguage } from '../../language.ts';
import { html } from '../../pages/html.ts';
import { page } from '../../pages/layout.ts';

interface OfPayload {
  readonly Params: { readonly payload: string };
}

const schema = { hide: true };
const SIDE = 360;

interface Code {
  readonly kind: EventLinkKind;
  readonly link: string;
}

/** @throws AppError `not-found` for what is no open list and no open survey */
async function codeOf(engine: EngineContext, payload: string): Promise<Code> {
  const found = eventInLink(payload);
  const there =
    found?.kind === 'list'
      ? await findGathering(engine, found.id)
      : found && (await findQuestionnaire(engine, found.id));
  if (!found || there?.state !== 'open') throw new AppError('not-found', 'no event is open there');
  return { kind: found.kind, link: eventLink(engine, found.kind, found.id) };
}

export const codePages =
  (engine: EngineContext): FastifyPluginAsync =>
  async (app) => {
    app.get<OfPayload>('/code/:payload', { schema }, async (request, reply) => {
      const { payload } = request.params;
      const code = await codeOf(engine, payload);
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('vary', 'accept-language')
        .send(codePage(pageLanguage(request), payload, code));
    });

    app.get<OfPayload>('/code/:payload/code.svg', { schema }, async (request, reply) => {
      const { link } = await codeOf(engine, request.params.payload);
      const options = { type: 'svg', errorCorrectionLevel: 'M', margin: 2, width: SIDE } as const;
      return reply
        .type('image/svg+xml')
        .header('cache-control', 'no-cache')
        .send(await QRCode.toString(link, options));
    });
  };

function codePage(language: Language, payload: string, { kind, link }: Code): string {
  const say = (key: string) => plainText({ key: `grant-events:code-page.${key}` }, language);
  const title = say(`${kind}.title`);
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say(`${kind}.text`)}</p>
<p><img src="/grant/code/${payload}/code.svg" alt="${say('code')}" width="${SIDE}" height="${SIDE}"></p>
<p><a class="button" href="${link}">${say('open')}</a></p>
</section>`;
  return page({ language, title, body, inLanguage: (each) => `/grant/code/${payload}?lang=${each}` });
}
