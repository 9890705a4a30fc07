// The secure form: personal number and account, opened by a one-time link from the chat. The link's secret is all that
// is needed and all that protects it: it is never logged, and nothing of the form is kept by a browser.
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { type Identity, identityFormOf, provideIdentity } from '../../engine/people/identity.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { withAccess } from '../access.ts';
import { pageLanguage } from '../language.ts';
import { endPage, identityForm } from './page.ts';
import { sampleIdentity } from './sample.ts';

const FORM_LIMIT = 4_096;
const LONGEST = 64;

interface Secret {
  readonly Params: { readonly secret: string };
}

/** @param demo offers made-up numbers */
export const formRoutes = (ctx: StoreContext, demo: boolean): FastifyPluginAsync =>
  withAccess('public', async (app) => {
    const type = 'application/x-www-form-urlencoded';
    app.addContentTypeParser(
      type,
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      async (_request: unknown, body: unknown) => Object.fromEntries(new URLSearchParams(String(body))),
    );
    const schema = { hide: true };
    const sampleOf = (person: string) => (demo ? sampleIdentity(person) : null);

    app.get('/forms/done', { schema }, async (request, reply) =>
      shown(reply, 200, endPage('done', pageLanguage(request))),
    );

    app.get<Secret>('/forms/:secret', { schema }, async (request, reply) => {
      const form = await identityFormOf(ctx, request.params.secret);
      if (!form) return shown(reply, 410, endPage('over', pageLanguage(request)));
      const { language, person } = form;
      const typed = { iin: '', iban: '' };
      return shown(reply, 200, identityForm({ language, typed, reasons: [], sample: sampleOf(person) }));
    });

    app.post<Secret>('/forms/:secret', { schema }, async (request, reply) => {
      const { secret } = request.params;
      const form = await identityFormOf(ctx, secret);
      if (!form) return shown(reply, 410, endPage('over', pageLanguage(request)));
      const typed = typedIn(request.body);
      const kept = await provideIdentity(ctx, secret, withoutSpaces(typed));
      // By another address: a reload neither sends the numbers again nor shows them.
      if (kept.ok) return unseen(reply).redirect(`/forms/done?lang=${form.language}`, 303);
      const { language, person } = form;
      const { reasons } = kept;
      if (reasons.some(({ code }) => code === 'common.link-used'))
        return shown(reply, 410, endPage('over', language));
      return shown(reply, 422, identityForm({ language, typed, reasons, sample: sampleOf(person) }));
    });
  });

const unseen = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');

const shown = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  unseen(reply).code(status).type('text/html; charset=utf-8').send(page);

function typedIn(body: unknown): Identity {
  const given = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const of = (field: string) =>
    String(given[field] ?? '')
      .trim()
      .slice(0, LONGEST);
  return { iin: of('iin'), iban: of('iban') };
}

/** Numbers are often copied with the spaces that make them readable. */
const withoutSpaces = ({ iin, iban }: Identity): Identity => ({
  iin: iin.replace(/[\s\p{Pd}]/gu, ''),
  iban: iban.replace(/[\s\p{Pd}]/gu, ''),
});
