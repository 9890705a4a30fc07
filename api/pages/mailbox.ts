// The mailbox: e-mails and SMS that nothing was there to send. For everybody in the demo, where all is fictional; else for
// operators, since addresses are people's and the links open things.
import type { FastifyPluginAsync } from 'fastify';
import { holds } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { type Text, text } from '../../engine/kernel/message.ts';
import { type KeptMail, keptMails } from '../../engine/notify/mail/send.ts';
import { type KeptSms, keptSms } from '../../engine/notify/sms/send.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { plainText } from '../../locales/texts.ts';
import { withAccess } from '../access.ts';
import { pageLanguage } from '../language.ts';
import { actorOf } from '../routes/asking.ts';
import { type Html, html } from './html.ts';
import { page } from './layout.ts';

const MOST = 50;

export const mailboxRoutes = (ctx: StoreContext, demo: boolean): FastifyPluginAsync =>
  withAccess(demo ? 'public' : 'key', async (app) => {
    app.get('/mailbox', { schema: { hide: true } }, async (request, reply) => {
      if (!demo && !holds(actorOf(request), 'operator', 'all'))
        throw new AppError('forbidden', 'the mailbox is for operators');
      const shown = mailboxPage(pageLanguage(request), await keptMails(ctx, MOST), await keptSms(ctx, MOST));
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(shown);
    });
  });

function mailboxPage(language: Language, mails: readonly KeptMail[], sms: readonly KeptSms[]): string {
  const say = (key: string, params?: Text['params']) => plainText(text(key, params), language);
  const title = say('pages:mailbox.title');
  const body = html`<h1>${title}</h1>
<p>${say(`pages:mailbox.${mails.length + sms.length > 0 ? 'about' : 'none'}`)}</p>
${mails.map((each) => shownMail(each, say))}
${sms.map((each) => shownSms(each, say))}`;
  return page({ language, title, body, inLanguage: (each) => `/mailbox?lang=${each}` });
}

/** In the language of the mail. */
function shownMail(
  { to, at, language, subject, texts }: KeptMail,
  say: (key: string, params: Text['params']) => string,
): Html {
  const written = (each: Text): Html => linked(plainText(each, language));
  return html`<article lang="${language}">
<h2>${plainText(subject, language)}</h2>
<p>${say('pages:mailbox.to', { to })} · ${say('pages:mailbox.at', { at: at.toISOString() })}</p>
${texts.map((each) => html`<p>${written(each)}</p>`)}
</article>`;
}

function shownSms(
  { to, at, language, words }: KeptSms,
  say: (key: string, params: Text['params']) => string,
): Html {
  return html`<article lang="${language}">
<h2>SMS</h2>
<p>${say('pages:mailbox.to', { to })} · ${say('pages:mailbox.at', { at: at.toISOString() })}</p>
<p>${plainText(words, language)}</p>
</article>`;
}

/** Addresses can be followed, lines stay lines. */
const linked = (words: string): Html =>
  html`${words
    .split(/(https?:\/\/\S+|\n)/)
    .map((each) =>
      each === '\n' ? html`<br>` : each.startsWith('http') ? html`<a href="${each}">${each}</a>` : each,
    )}`;
