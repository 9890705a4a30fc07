// A failure as a page, for whoever opened an address in a browser.
import type { FastifyRequest } from 'fastify';
import { plainText } from '../../locales/texts.ts';
import { pageLanguage } from '../language.ts';
import type { Problem } from '../problems.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** Whether a person looks at the answer. Machines ask beneath /v1, or do not ask for HTML. */
export const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !/^\/v\d+\//.test(url) && (headers.accept ?? '').includes('text/html');

const shownCodes = ['not-found', 'bug', 'unavailable', 'too-many-requests'] as const;

export function failurePage(problem: Problem, request: FastifyRequest): string {
  const language = pageLanguage(request);
  const kind =
    shownCodes.find((each) => each === problem.code) ?? (problem.status >= 500 ? 'unavailable' : 'other');
  const title = plainText({ key: `pages:failure.${kind}.title` }, language);
  const { reference } = problem;
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${plainText({ key: `pages:failure.${kind}.text` }, language)}</p>
${
  reference !== undefined &&
  html`<p class="note">${plainText({ key: 'pages:failure.reference', params: { reference } }, language)}</p>`
}
<p><a href="/">${plainText({ key: 'pages:failure.home' }, language)}</a></p>
</section>`;
  return page({ language, title, body, inLanguage: null });
}
