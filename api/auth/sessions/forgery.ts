// Keeps pages of other sites from acting for somebody who is signed in here: where a request comes from is looked at,
// and a change carries the session's own token. An API key needs neither: no browser sends one by itself.
import type { FastifyRequest } from 'fastify';
import { sameSecret } from '../../../engine/kernel/same-secret.ts';
import { HttpProblem } from '../../problems.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @throws HttpProblem `cross-site` for a change that a page of another site, or a page without one, has sent */
export function refuseOtherSites({ method, headers, protocol, host }: FastifyRequest): void {
  if (safe.has(method)) return;
  const site = headers['sec-fetch-site'];
  const isOwnSite = site === undefined || site === 'same-origin';
  const isOwnOrigin = headers.origin === undefined || headers.origin === `${protocol}://${host}`;
  if (!isOwnSite || !isOwnOrigin) throw new HttpProblem('cross-site', 'sent by a page of another site');
}

/** The same, and for a change without the session's token. */
export function refuseForgery(request: FastifyRequest, csrfToken: string): void {
  refuseOtherSites(request);
  const given = request.headers['x-csrf-token'];
  if (safe.has(request.method) || sameSecret(typeof given === 'string' ? given : undefined, csrfToken))
    return;
  throw new HttpProblem('cross-site', 'without the token of the session');
}
